package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.community.event.EventDefinition;
import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.community.event.Events;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// An event in a browser: a fan finds it, asks for a place and withdraws, with and without scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void define() {
        var opens = Instant.now().minus(Duration.ofMinutes(1));
        var event = new EventDefinition(
                Map.of("en", "Tour of the works", "zh", "工厂参观"),
                Map.of(),
                12,
                List.of(new City("north", Map.of("en", "North", "zh", "北方"))),
                List.of(new Share(4, null, "north", null, false, 0)),
                opens,
                opens.plus(Duration.ofDays(1)),
                "drand quicknet, round 4711",
                opens.plus(Duration.ofDays(2)),
                Duration.ofDays(3),
                opens.plus(Duration.ofDays(9)),
                null,
                opens.plus(Duration.ofDays(30)),
                ZoneId.of("Asia/Shanghai"),
                List.of(),
                7,
                0);
        site.bean(Events.class).define("tour", event, "operator-1");
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @ForEveryone
    void aFanAsksForAPlaceAndWithdraws(Screen screen, Words words, boolean javaScript) {
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.go("/events");
            visit.sees("event.state.OPEN");
            visit.signIn("fan-" + UUID.randomUUID());
            visit.go("/events/tour");
            visit.page.locator("#city").selectOption("north");
            visit.press("event.apply");
            visit.sees("event.own.APPLIED");
            assertThat(visit.page.locator("code")).hasCount(1);
            if (javaScript) {
                visit.isAccessible();
            }
            visit.press("event.giveBack.wait");
            visit.sees("event.apply.title");
        }
    }
}

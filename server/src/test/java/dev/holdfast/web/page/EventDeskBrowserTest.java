package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.community.event.Events;
import dev.holdfast.web.page.Browser.Screen;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An operator sets an event up and sees who asked for a place, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventDeskBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static String at(int hoursFromNow) {
        return LocalDateTime.now(ZoneOffset.UTC)
                .plusHours(hoursFromNow)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    @Test
    void anEventIsSetUpSentBackWithItsFaultsAndOpened() {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.go("/operator/events/new");
            operator.isAccessible();
            var fields = new LinkedHashMap<String, String>(Map.of(
                    "#slug", "works",
                    "#name_en", "Tour of the works",
                    "#places", "12",
                    "#timeZone", "UTC",
                    "#figure", "drand quicknet, round 4711",
                    "#cities", "north | North | 北方\nsouth | South",
                    "#quotas", "4 | 8 | nowhere",
                    "#duties", "report | 2027-03-01 | 7 | First report"));
            fields.putAll(Map.of(
                    "#opensAt", at(-1),
                    "#closesAt", at(24),
                    "#figureAt", at(25),
                    "#startsAt", at(48),
                    "#endsAt", at(72)));
            fields.forEach((field, text) -> operator.page.locator(field).fill(text));
            operator.press("desk.council.save");
            operator.sees("desk.events.refused");
            operator.forgive("422");
            assertThat(operator.page.locator("#cities")).hasValue("north | North | 北方\nsouth | South");
            operator.page.locator("#quotas").fill("4 | 8 | north | | | 12");
            operator.press("desk.council.save");
            operator.sees("desk.events.nobody");
            site.bean(Events.class).apply("works", "fan 7/8", "north");
            operator.go("/operator/events/works");
            operator.page.locator("main table a").first().click();
            operator.sees("desk.place.APPLIED");
            operator.isAccessible();
            operator.go("/operator/events/works/edit");
            assertThat(operator.page.locator("#quotas")).hasValue("4 | 8 | north |  |  | 12");
        }
    }
}

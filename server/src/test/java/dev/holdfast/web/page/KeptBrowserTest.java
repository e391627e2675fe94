package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.holdfast.delivery.kept.KeptPromises;
import dev.holdfast.launch.Advance;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Anybody reads how promises were kept, in real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void publish() {
        var definition =
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60));
        site.launch().define("car", definition, "operator-1");
        site.supply("car", definition, 0, 1, 5);
        site.launch().open("car", "operator-1");
        var handedOver = locked("fan-1");
        locked("fan-2");
        List<Advance> steps = Stream.of(OrderState.SCHEDULED, OrderState.BUILT, OrderState.READY, OrderState.DELIVERED)
                .map(state -> new Advance(handedOver.id(), state, "stepped"))
                .toList();
        site.face(Progress.class).advance(handedOver.id().launch(), steps, "plant");
        site.clock().leap(Duration.ofDays(15));
        site.face(KeptPromises.class).publish("car", "operator-1");
    }

    private Order locked(String member) {
        var order = site.place("car", member, "pro-green");
        site.pay(order);
        site.launch().lock(order.id(), new Asker(member, false));
        return order;
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void anybodyReadsWhatWasKeptOfWhatWasDueAndTakesTheFile() {
        try (var reader = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            reader.go("/kept");
            reader.isAccessible();
            reader.page
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tern One"))
                    .click();
            reader.sees("kept.of", 1, 2);
            reader.sees("kept.rule.due");
            reader.isAccessible();
            assertThat(reader.page.getByRole(AriaRole.IMG).first()).isVisible();
        }
        try (var reader = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            reader.go("/kept/car");
            reader.sees("kept.of", 1, 2);
            reader.sees("kept.file", 2);
        }
    }
}

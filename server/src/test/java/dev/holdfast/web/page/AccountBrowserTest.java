package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A fan's account: what is kept, handed over and ended, with and without scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    AccountBrowserTest() {
        site.open("car", SampleWorld.car(), 8, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @ForEveryone
    void aFanTakesEverythingAlongAndIsErased(Screen screen, Words words, boolean javaScript) throws IOException {
        var member = "fan-" + UUID.randomUUID();
        var order = site.place("car", member, "pro-green");
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(member);
            visit.go("/account");
            if (javaScript) {
                visit.isAccessible();
            }
            var download = visit.page.waitForDownload(() -> visit.press("account.export"));
            Assertions.assertThat(Files.readString(download.path()))
                    .contains(member, order.id().toString());
            visit.press("account.erase");
            visit.sees("erase.orders.text");
            assertThat(visit.page.locator("main .button.grave")).hasCount(0);
            visit.go("/orders/" + order.id());
            visit.press("cancel.summary");
            visit.press("cancel.button");
            visit.go("/account/erase");
            visit.page.locator("input[name=sure]").check();
            visit.press("erase.button");
            visit.sees("erase.done.text");
            visit.go("/");
            assertThat(visit.page.locator("footer")).not().containsText(member);
        }
    }

    @Test
    void nothingIsErasedByWhoeverDidNotSayThatTheyReadIt() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            visit.signIn("fan-unsure");
            visit.go("/account/erase");
            visit.page.evaluate("document.querySelector('input[name=sure]').required = false");
            visit.press("erase.button");
            visit.sees("erase.unsure.text");
            visit.forgive("422");
        }
    }

    @Test
    void everyOtherBrowserIsSignedOutAtOnce() {
        try (var one = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true);
                var other = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            one.signIn("fan-twice");
            other.signIn("fan-twice");
            one.go("/account");
            one.press("account.end");
            one.sees("account.ended.text");
            one.isAccessible();
            other.go("/account");
            other.sees("problem.401.text");
            other.forgive("401");
        }
    }
}

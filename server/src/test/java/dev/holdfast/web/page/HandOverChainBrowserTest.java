package dev.holdfast.web.page;

import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The whole chain of an order on a Holdfast that was started as anybody starts it: ordered, promised, promised again,
/// built, taken over, reported, stopped, called back, and counted in public. Each step is done where its people do it:
/// on pages in a real browser, or by the interface where what speaks is a system.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverChainBrowserTest {
    private static final String SECRET = "a secret of this test, with which it signs its tokens";

    private final StartedSite site = new StartedSite(Map.of(
            "HOLDFAST_JWT_SECRET",
            SECRET,
            "HOLDFAST_SANDBOX_WEBHOOK_SECRET",
            "c2FuZGJveCBzZWNyZXQgb2YgdGhlIHBhZ2UgdGVzdHM=",
            "HOLDFAST_SANDBOX_MISCHIEF",
            "none"));
    private final Machine machine = new Machine(site, SECRET);
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        machine.close();
        site.close();
    }

    /// Both languages in one go, because what is counted in public takes weeks, and weeks pass for both.
    @Test
    void anOrderGoesFromItsButtonToItsRecallInBothLanguages() {
        var english = new ChainPlant(site, machine, "en");
        var chinese = new ChainPlant(site, machine, "zh");
        try (var first = new HandOverChain(browser, site, english, Words.ENGLISH);
                var second = new HandOverChain(browser, site, chinese, Words.CHINESE)) {
            first.fromTheButtonToTheRecall();
            second.fromTheButtonToTheRecall();
            site.leap(Duration.ofDays(7L * (ChainPlant.PROMISED_WEEKS + 3)));
            List.of(english, chinese).forEach(ChainPlant::countsWhatWasKept);
            counted(first, Words.ENGLISH);
            counted(second, Words.CHINESE);
        }
    }

    private void counted(HandOverChain chain, Words words) {
        try (var anybody = new Visit(browser, site, Screen.PHONE, words, true)) {
            chain.countedInPublic(anybody);
        }
    }
}

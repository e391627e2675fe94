package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Pages while PostgreSQL lets nobody in, and after it came back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayBrowserTest {
    /// A little longer than a session is remembered without being looked up.
    private static final int FORGOTTEN_MS = 5_500;

    private final LiveSite site = new LiveSite(Map.of("spring.datasource.hikari.connection-timeout", "500"));
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void everyPageStaysCalmAndComesBackByItself() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
        for (var words : Words.ALL) {
            var member = "fan-away-" + words.tag();
            var order = site.place("car", member, "pro-green");
            var pages = List.of("/orders", "/orders/" + order.id(), "/account", "/launches/car", "/", "/operator");
            try (var visit = new Visit(browser, site, Screen.PHONE, words, true)) {
                visit.signIn(member);
                visit.go("/orders");
                site.database().away(true);
                try {
                    visit.page.waitForTimeout(FORGOTTEN_MS);
                    for (var page : pages) {
                        visit.go(page);
                        visit.sees("problem.away.text");
                        assertThat(visit.page.content()).doesNotContain("Exception", "\tat ", "Hikari", "postgres");
                    }
                    visit.isAccessible();
                } finally {
                    site.database().away(false);
                }
                for (int tries = 0; tries < 60 && visit.page.locator(".badge").count() == 0; tries++) {
                    visit.page.waitForTimeout(500);
                    visit.go("/orders/" + order.id());
                }
                visit.seesState("HELD");
                visit.forgive("503");
            }
        }
    }
}

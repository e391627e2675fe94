package dev.holdfast.web.page;

import com.microsoft.playwright.options.Cookie;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Prints when the largest part of a page is painted, as the browser itself tells it. Figures of a machine are for
/// `docs/bench.md`, not for a test to fail by, so this runs only when it is asked for:
/// `./mvnw -pl server test -Dtest=LargestPaintTest -Dholdfast.paint=print`.
@EnabledIfSystemProperty(named = "holdfast.paint", matches = "print")
class LargestPaintTest {
    private static final int LOADS = 15;
    private static final String LARGEST = """
            new Promise(tell => new PerformanceObserver(list => tell(list.getEntries().at(-1).startTime))
                .observe({type: 'largest-contentful-paint', buffered: true}))""";

    @Test
    void printsIt() {
        try (var site = new LiveSite();
                var browser = new Browser()) {
            var soon = Instant.now().minusSeconds(60);
            site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
            var order = site.place("car", "fan-painted", "pro-green");
            for (var screen : List.of(Screen.DESK, Screen.PHONE)) {
                for (var path : List.of("/launches/car", "/orders/" + order.id())) {
                    print(browser, site, screen, path);
                }
            }
        }
    }

    /// Each load by a browser that was never there: no file of ours is in its cache.
    private static void print(Browser browser, LiveSite site, Screen screen, String path) {
        var found = new ArrayList<Double>();
        for (int load = 0; load < LOADS; load++) {
            try (var person = browser.person(screen, Words.ENGLISH, true)) {
                var page = person.newPage();
                person.addCookies(List.of(
                        new Cookie(SessionCookie.NAME, site.session("fan-painted", "fan")).setUrl(site.address("/"))));
                page.navigate(site.address(path));
                found.add(((Number) page.evaluate(LARGEST)).doubleValue());
            }
        }
        Collections.sort(found);
        System.out.println(String.format(
                Locale.ROOT,
                "%s %s: largest paint after %.0f ms (median of %d first visits), %.0f ms at most",
                screen.name(),
                path.startsWith("/orders") ? "/orders/..." : path,
                found.get(LOADS / 2),
                LOADS,
                found.getLast()));
    }
}

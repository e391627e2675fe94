package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Every page in every language on every screen: nothing wider than the screen, nothing axe objects to, nothing on the
/// console.
///
/// `-Dholdfast.screenshots=each` leaves the pictures in `target/screenshots`, to be looked at; `all` adds each size in
/// each
/// colour. Without it none is taken: they cost as much as all the rest.
class PageGalleryTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final String WANTED = System.getProperty("holdfast.screenshots", "none");

    /// Each size and each colour once, because a page takes a quarter of a second.
    private static final List<Screen> EACH_ONCE = List.of(Screen.DESK, Screen.PHONE.inTheDark());
    private static final List<Screen> ALL =
            List.of(Screen.DESK, Screen.PHONE, Screen.DESK.inTheDark(), Screen.PHONE.inTheDark());
    private static final List<Screen> SCREENS = WANTED.equals("all") ? ALL : EACH_ONCE;

    private final Set<String> faults = ConcurrentHashMap.newKeySet();

    /// Languages and screens side by side, each in a browser of its own: a driver of browsers belongs to one thread.
    @Test
    void everyPageReadsWellEverywhere() throws Exception {
        try (var site = new SampleSite();
                var readers = Executors.newFixedThreadPool(Words.ALL.size() * SCREENS.size())) {
            for (var reading : Words.ALL.stream()
                    .flatMap(words -> SCREENS.stream().map(screen -> readers.submit(() -> read(site, words, screen))))
                    .toList()) {
                reading.get();
            }
        }
        assertThat(faults).isEmpty();
    }

    private void read(SampleSite site, Words words, Screen screen) {
        var names = new SamplePages(words).all().keySet();
        try (var browser = new Browser()) {
            look(browser, site, words, screen, names);
            if (screen.equals(SCREENS.getFirst())) {
                var watched =
                        names.stream().filter(name -> name.startsWith("live")).toList();
                look(browser, site, words, Screen.WALL.inTheDark(), watched);
            }
        }
    }

    private void look(Browser browser, SampleSite site, Words words, Screen screen, Collection<String> names) {
        try (var person = browser.person(screen, words, true)) {
            var page = person.newPage();
            page.onConsoleMessage(message -> faults.add(page.url() + " console: " + message.text()));
            for (var name : names) {
                page.navigate(site.address(words, name));
                look(page, screen, name + "-" + words.tag() + "-" + screen.name());
            }
        }
    }

    private void look(Page page, Screen screen, String what) {
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        if (width > screen.width()) {
            faults.add(what + " is " + width + " pixels wide");
        }
        if (EACH_ONCE.contains(screen)) {
            // None of the pages has a frame: without looking for any, axe opens no second page for each of them.
            new AxeBuilder(page)
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations()
                    .forEach(found -> faults.add(what + " " + found.getId() + " " + found.getNodes()));
        }
        if (!WANTED.equals("none")) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(what + ".png")));
        }
    }
}

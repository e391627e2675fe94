package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import dev.holdfast.web.page.Browser.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every page in every language on every screen: nothing wider than the screen, nothing axe objects to, nothing on the
/// console. Leaves the pictures in `target/screenshots`, to be looked at.
class PageGalleryTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    /// Each size and each colour once, because a page takes half a second.
    private static final List<Screen> EACH_ONCE = List.of(Screen.DESK, Screen.PHONE.inTheDark());
    private static final List<Screen> ALL =
            List.of(Screen.DESK, Screen.PHONE, Screen.DESK.inTheDark(), Screen.PHONE.inTheDark());
    /// `-Dholdfast.screenshots=all` adds each size in each colour.
    private static final List<Screen> SCREENS =
            "all".equals(System.getProperty("holdfast.screenshots")) ? ALL : EACH_ONCE;

    @Test
    void everyPageReadsWellEverywhere() throws IOException {
        var faults = new ArrayList<String>();
        try (var site = new SampleSite();
                var browser = new Browser()) {
            for (var words : Words.ALL) {
                for (var screen : SCREENS) {
                    try (var person = browser.person(screen, words, true)) {
                        look(site, words, screen, person.newPage(), faults);
                    }
                }
                try (var person = browser.person(Screen.WALL.inTheDark(), words, true)) {
                    look(site, words, Screen.WALL.inTheDark(), person.newPage(), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void look(SampleSite site, Words words, Screen screen, Page page, List<String> faults) {
        page.onConsoleMessage(message -> faults.add(page.url() + " console: " + message.text()));
        for (var name : new SamplePages(words).all().keySet()) {
            if (screen.name().startsWith("wall") && !name.startsWith("live")) {
                continue;
            }
            page.navigate(site.address(words, name));
            var what = words.tag() + " " + screen.name() + " " + name + ": ";
            int width = (int) page.evaluate("document.documentElement.scrollWidth");
            if (width > screen.width()) {
                faults.add(what + "is " + width + " pixels wide");
            }
            if (EACH_ONCE.contains(screen)) {
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(found -> faults.add(what + found.getId() + " " + found.getNodes()));
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(FOLDER.resolve(name + "-" + words.tag() + "-" + screen.name() + ".png")));
        }
    }
}

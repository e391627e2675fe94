package dev.holdfast.web.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own chromium, driven as a person's browser would be.
final class Browser implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /// Long enough for a machine that does much else; what is there already is not waited for.
    static final double PATIENCE_MS = 30_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /// A screen people have, and whether they like it dark.
    record Screen(String name, int width, int height, boolean phone, boolean dark) {
        static final Screen DESK = new Screen("desk", 1200, 800, false, false);
        static final Screen WALL = new Screen("wall", 1920, 1080, false, false);
        static final Screen PHONE = new Screen("phone", 390, 844, true, false);

        Screen inTheDark() {
            return new Screen(name + "-dark", width, height, phone, true);
        }
    }

    /// A person with a browser of their own.
    BrowserContext person(Screen screen, Words words, boolean javaScript) {
        return chromium.newContext(new NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen.phone())
                .setIsMobile(screen.phone())
                .setLocale(words.tag())
                .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(javaScript));
    }

    private static Path chromium() {
        var named = System.getenv("HOLDFAST_TEST_CHROMIUM");
        return Stream.concat(Stream.ofNullable(named), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The page tests need a chromium, and none of " + PLACES
                        + " is there. Maybe run 'apt-get install chromium', or name one in HOLDFAST_TEST_CHROMIUM."));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Signing in with a link, and where it leads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    static Stream<Arguments> everyone() {
        return PageBrowserTest.everyone();
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void whoSignsInToOrderFindsWhatTheyHadPicked(String screen, Words words, boolean javaScript) {
        var size = screen.equals("phone") ? Screen.PHONE : Screen.DESK;
        try (var visit = new Visit(browser, site, size, words, javaScript)) {
            visit.go("/launches/car?region=south");
            visit.pick("Max", "旗舰版");
            visit.pick("violet", "紫");
            visit.press("order.signIn.how");
            visit.page.navigate(site.signInLink("fan-back-" + screen + words.tag()));
            visit.press("signIn.button");
            visit.page.waitForURL(site.address("/launches/car?region=south&offer=max-violet"));
            assertThat(visit.page.locator("input[name=offer]")).hasValue("max-violet");
            visit.page.locator("input[name=terms]").check();
            visit.press("order.button");
            visit.seesOrder();
        }
    }

    @Test
    void aWayBackLeadsNowhereElse() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            for (var elsewhere :
                    List.of("https://elsewhere.example/", "//elsewhere.example", "/%5Celsewhere.example")) {
                visit.go("/sign-in?to=" + elsewhere);
                visit.signIn("fan-led-astray");
            }
        }
    }

    @Test
    void aSignInLinkSurvivesBeingLookedAtAndWorksOnce() {
        var link = site.signInLink("fan-linked");
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            visit.page.navigate(link);
            visit.page.navigate(link);
            visit.isAccessible();
            visit.press("signIn.button");
            visit.page.waitForURL(site.address("/"));
            assertThat(visit.page.locator("footer")).containsText("fan-linked");
            visit.page.locator("footer button").click();
            assertThat(visit.page.locator("footer")).not().containsText("fan-linked");
            visit.page.navigate(link);
            visit.press("signIn.button");
            visit.sees("signIn.over");
            visit.forgive("410");
        }
    }
}

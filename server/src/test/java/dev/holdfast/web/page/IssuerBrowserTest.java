package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.holdfast.web.page.Browser.Screen;
import dev.holdfast.web.page.IssuerTwin.Mischief;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Signing in by an issuer of OpenID Connect, an honest one and one that misbehaves.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerBrowserTest {
    private final IssuerTwin issuer = new IssuerTwin();
    private final LiveSite site = new LiveSite(Map.of(
            "holdfast.oidc-issuer",
            issuer.address(),
            "holdfast.oidc-client-id",
            IssuerTwin.CLIENT,
            "holdfast.oidc-client-secret",
            IssuerTwin.SECRET,
            "holdfast.oidc-name",
            "Tern ID"));
    private final Browser browser = new Browser();

    IssuerBrowserTest() throws IOException {
        site.open(
                "car",
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                40,
                50);
    }

    @BeforeEach
    void honest() {
        issuer.mischief = Mischief.NONE;
        issuer.roles = List.of();
        issuer.member = "fan-of-the-issuer";
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
        issuer.close();
    }

    static Stream<Arguments> everyone() {
        return Stream.of(
                Arguments.of(Screen.DESK, Words.ENGLISH, true),
                Arguments.of(Screen.PHONE, Words.CHINESE, true),
                Arguments.of(Screen.PHONE, Words.ENGLISH, false));
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void aFanComesBackSignedInToWhatTheyHadPicked(Screen screen, Words words, boolean javaScript) {
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.go("/launches/car");
            visit.pick("Max", "旗舰版");
            visit.pick("violet", "紫");
            var picked = visit.page.locator(".deal-name").innerText();
            visit.press("order.signIn.how");
            visit.sees("signIn.issuer", "Tern ID");
            if (javaScript) {
                visit.isAccessible();
            }
            visit.press("signIn.issuer.button", "Tern ID");
            assertThat(visit.page.locator("footer")).containsText("fan-of-the-issuer");
            assertThat(visit.page.locator(".deal-name")).hasText(picked);
            assertThat(visit.page.locator("input[name=offer]")).hasValue("max-violet");
            assertThat(visit.page.content()).doesNotContain(IssuerTwin.SECRET, "id_token", "code_verifier");
            assertThat(visit.page.context().cookies())
                    .allMatch(cookie -> cookie.httpOnly)
                    .extracting(cookie -> cookie.name)
                    .doesNotContain("holdfast_attempt", "holdfast_return");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mischief.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "AWAY"})
    void aTokenThatIsNotToBeBelievedSignsNobodyIn(Mischief mischief) {
        issuer.mischief = mischief;
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            signIn(visit);
            visit.sees("signIn.issuer.refused");
            assertThat(visit.page.locator("footer button")).hasCount(0);
        }
    }

    @Test
    void anIssuerThatIsAwayIsSaidToBe() {
        issuer.mischief = Mischief.AWAY;
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            signIn(visit);
            visit.sees("signIn.issuer.away.text");
            visit.isAccessible();
        }
    }

    @Test
    void anAnswerWorksOnceAndOnlyWhereItWasAskedFor() {
        var answers = new ArrayList<String>();
        var attempts = new ArrayList<Cookie>();
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.page.onRequest(request -> {
                if (request.url().contains("/sign-in/issuer/back?")) {
                    answers.add(request.url());
                }
            });
            visit.page.onResponse(response -> attempts.addAll(attempts(visit.page)));
            signIn(visit);
            assertThat(visit.page.locator("footer")).containsText("fan-of-the-issuer");
            visit.page.locator("footer button").click();
            visit.page.navigate(answers.getFirst());
            visit.sees("signIn.issuer.refused");
        }
        try (var stranger = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            stranger.page.navigate(answers.getFirst());
            stranger.sees("signIn.issuer.refused");
        }
        // Even with all that the first browser had, the issuer takes no code twice.
        try (var thief = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            thief.page.context().addCookies(attempts.subList(0, 1));
            thief.page.navigate(answers.getFirst());
            thief.sees("signIn.issuer.refused");
            assertThat(thief.page.locator("footer button")).hasCount(0);
        }
    }

    private List<Cookie> attempts(Page page) {
        return page.context().cookies(site.address("/sign-in/issuer/back")).stream()
                .filter(cookie -> cookie.name.equals("holdfast_attempt"))
                .toList();
    }

    @Test
    void theRolesOfTheTokenAreTheSessions() {
        issuer.member = "operator-of-the-issuer";
        issuer.roles = List.of("operator", "gardener");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go("/operator");
            visit.sees("problem.401");
            visit.press("problem.signIn");
            visit.press("signIn.issuer.button", "Tern ID");
            visit.page.waitForURL(site.address("/operator"));
            visit.sees("staff.launches");
            visit.forgive("401");
        }
    }

    private static void signIn(Visit visit) {
        visit.go("/sign-in");
        visit.press("signIn.issuer.button", "Tern ID");
    }
}

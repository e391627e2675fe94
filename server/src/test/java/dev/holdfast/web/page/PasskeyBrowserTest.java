package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import dev.holdfast.web.page.Browser.Screen;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Passkeys with chromium's virtual device: it makes real keys and real signatures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    static Stream<Arguments> everyone() {
        return Stream.of(Arguments.of(Screen.DESK, Words.ENGLISH), Arguments.of(Screen.PHONE, Words.CHINESE));
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void aDeviceSignsItsMemberInUntilItIsRemoved(Screen screen, Words words) {
        var member = "fan-passkey-" + words.tag();
        try (var visit = new Visit(browser, site, screen, words, true)) {
            device(visit);
            register(visit, member);
            visit.isAccessible();
            signOut(visit);
            signIn(visit);
            visit.page.waitForURL(site.address("/"));
            assertThat(visit.page.locator("footer")).containsText(member);
            visit.go("/account");
            visit.page.locator("form[action$='/remove'] button").click();
            assertThat(visit.page.locator("form[action$='/remove']")).hasCount(0);
            signOut(visit);
            signIn(visit);
            visit.sees("passkey.refused.text");
        }
    }

    @Test
    void anAnswerSentTwiceSignsInOnce() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            device(visit);
            register(visit, "fan-replayed");
            signOut(visit);
            var sent = new StringBuilder();
            visit.page.onRequest(request -> {
                if (request.url().endsWith("/sign-in/passkey")) {
                    sent.append(request.postData());
                }
            });
            signIn(visit);
            visit.page.waitForURL(site.address("/"));
            signOut(visit);
            visit.go("/sign-in");
            // The very same answer, with the form token of this page.
            visit.page.evaluate("""
                    sent => {
                      const form = document.querySelector('form[data-passkey]');
                      form.elements.answer.value = new URLSearchParams(sent).get('answer');
                      HTMLFormElement.prototype.submit.call(form);
                    }""", sent.toString());
            visit.sees("passkey.refused.text");
        }
    }

    @Test
    void aDeviceWhoseOwnerIsNotProvedSignsNobodyIn() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            var device = device(visit);
            register(visit, "fan-unproved");
            signOut(visit);
            var unproved = new JsonObject();
            unproved.addProperty("authenticatorId", device.id());
            unproved.addProperty("isUserVerified", false);
            device.session().send("WebAuthn.setUserVerified", unproved);
            signIn(visit);
            visit.sees("passkey.not");
        }
    }

    private record Device(CDPSession session, String id) {}

    private static Device device(Visit visit) {
        var session = visit.page.context().newCDPSession(visit.page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        var made = session.send("WebAuthn.addVirtualAuthenticator", wish);
        return new Device(session, made.get("authenticatorId").getAsString());
    }

    private static void register(Visit visit, String member) {
        visit.signIn(member);
        visit.go("/account");
        visit.page.locator("#passkey-name").fill("My phone");
        visit.press("passkey.add");
        visit.sees("passkey.DONE.text");
        visit.sees("passkey.title");
    }

    private static void signIn(Visit visit) {
        visit.go("/sign-in");
        visit.press("passkey.signIn");
    }

    private static void signOut(Visit visit) {
        visit.page.locator("footer button").click();
        assertThat(visit.page.locator("footer button")).hasCount(0);
    }
}

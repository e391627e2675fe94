package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.member.mail.MailServer;
import dev.holdfast.web.page.Browser.Screen;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A fan gives an address, proves it, and signs in by it, with a real mail server in between.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTest {
    private static final String SITE = "https://launch.example.com";
    private static final Pattern LINK = Pattern.compile(SITE + "(/(?:mail|sign-in)/[\\w-]{43})");
    private static final int PATIENCE_MS = 20_000;

    private final MailServer server = new MailServer();
    private final LiveSite site = new LiveSite(Map.of(
            "holdfast.smtp-url",
            server.url(),
            "holdfast.mail-from",
            "Larkwing <launch@example.com>",
            "holdfast.public-url",
            SITE));
    private final Browser browser = new Browser();
    private int taken;

    @AfterAll
    void close() {
        browser.close();
        site.close();
        server.close();
    }

    @ForEveryone
    void aFanProvesAnAddressAndSignsInByIt(Screen screen, Words words, boolean javaScript) {
        var member = "fan-" + words.tag();
        var address = member + "@example.com";
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(member);
            visit.go("/mail");
            if (javaScript) {
                visit.isAccessible();
            }
            visit.page.locator("#address").fill(address);
            visit.press("mail.button");
            visit.sees("mail.asked");
            useLink(visit, "mail.confirm");
            visit.sees("mail.confirmed.text", address);
        }
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            ask(visit, address);
            var link = useLink(visit, "signIn.button");
            assertThat(visit.page.locator("footer")).containsText(member);
            visit.go(link);
            visit.press("signIn.button");
            visit.sees("signIn.over");
            visit.forgive("410");
        }
    }

    @Test
    void theAnswerIsTheSameForAStrangersAddress() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            ask(visit, "stranger@example.com");
        }
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            visit.go("/sign-in");
            visit.page.locator("#address").fill("fan@example");
            visit.press("signIn.mail.button");
            visit.sees("mail.refused.NO_ADDRESS");
            visit.forgive("422");
        }
    }

    @Test
    void whoAsksForTooManyLinksIsToldWhenToComeBack() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            for (int link = 0; link < 3; link++) {
                ask(visit, "eager@example.com");
            }
            visit.go("/sign-in");
            visit.page.locator("#address").fill("eager@example.com");
            var answer = visit.page.waitForResponse(
                    response -> response.request().method().equals("POST"), () -> visit.press("signIn.mail.button"));
            assertEquals(429, answer.status());
            assertTrue(Integer.parseInt(answer.headerValue("Retry-After")) > 200);
            visit.sees("mail.refused.TOO_OFTEN");
            visit.sees("span.minutes.many", 5);
            visit.forgive("429");
        }
    }

    @Test
    void operatorsSeeTheQueueAndNoLink() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            ask(visit, "seen@example.com");
            visit.signInAs("operator");
            visit.go("/operator/mail");
            assertThat(visit.page.locator("main table")).containsText("seen@example.com");
            visit.sees("staff.mail.secret");
            visit.isAccessible();
        }
    }

    private static void ask(Visit visit, String address) {
        visit.go("/sign-in");
        visit.page.locator("#address").fill(address);
        visit.press("signIn.mail.button");
        visit.sees("signIn.asked.text");
    }

    /// Opens the newest mailed link as a mail scanner does, then as a person, and presses the button.
    private String useLink(Visit visit, String button) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        while (server.received().size() == taken && System.nanoTime() < end) {
            visit.page.waitForTimeout(100);
        }
        Assertions.assertTrue(server.received().size() > taken, "no letter came");
        taken = server.received().size();
        var found = LINK.matcher(MailServer.text(server.received().getLast()));
        Assertions.assertTrue(found.find(), "no link in the letter");
        visit.go(found.group(1));
        visit.go(found.group(1));
        visit.press(button);
        return found.group(1);
    }
}

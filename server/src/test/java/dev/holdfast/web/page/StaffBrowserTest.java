package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Who comes into the rooms of those who run launches, and how.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffBrowserTest {
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

    @Test
    void anOperatorsLinkLeadsToTheLaunches() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.CHINESE, true)) {
            visit.signInAs("operator");
            assertThat(visit.page.locator("main table")).containsText("燕鸥一号");
            assertThat(visit.page.locator(".rooms [aria-current]")).hasText(Words.CHINESE.say("rooms.LAUNCHES"));
            visit.isAccessible();
        }
    }

    @Test
    void aPlannerComesInToo() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            visit.signInAs("planner");
            assertThat(visit.page.locator("main table")).containsText("Tern One");
        }
    }

    @Test
    void aStrangerIsToldToSignInAndAFanThatThisIsNotForThem() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            visit.go("/operator");
            visit.sees("problem.401");
            visit.signIn("fan-curious");
            visit.go("/operator");
            visit.sees("problem.role");
            visit.isAccessible();
            visit.forgive("40");
        }
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Terms are published and read, in real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void termsArePublishedAndWhoOwnsNothingIsToldWhy() {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.go("/operator/stories");
            operator.isAccessible();
            Map.of("#uses_en", "On our pages.", "#uses_zh", "在我们的页面。", "#places_en", "Everywhere.", "#places_zh", "不限。")
                    .forEach((field, text) -> operator.page.locator(field).fill(text));
            Map.of("#months", "24", "#text_en", "You grant us.", "#text_zh", "您授权我们。")
                    .forEach((field, text) -> operator.page.locator(field).fill(text));
            operator.press("story.desk.publish");
            assertThat(operator.page.locator("main")).containsText("You grant us.");
        }
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            fan.signIn("fan-7");
            fan.go("/account/stories");
            fan.sees("story.noProduct");
            fan.press("story.title");
            fan.sees("story.none");
        }
    }
}

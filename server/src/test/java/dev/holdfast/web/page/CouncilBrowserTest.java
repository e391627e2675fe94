package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A council from its rules to what was done, in real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void role() {
        site.bean(AnswerRoles.class)
                .define(new AnswerRole("seats", Map.of("en", "Head of seats", "zh", "座椅负责人")), "operator-7");
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static String day(int fromToday) {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)
                .plusDays(fromToday)
                .toString();
    }

    @Test
    void aSuggestionGoesFromASeatToWhatEverybodyReadsOfIt() {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.go("/operator/councils");
            operator.isAccessible();
            fill(operator, Map.of("#slug", "north", "#name_en", "Owners of the north", "#name_zh", "北方车主"));
            fill(operator, Map.of("#heldOn", day(3), "#answerBy", day(30), "#seats", "2"));
            fill(operator, Map.of("#text_en", "Winter.", "#text_zh", "冬天。"));
            fill(operator, Map.of("#rules_en", "Three winters.", "#rules_zh", "三个冬天。"));
            operator.press("desk.council.save");
            operator.sees("desk.council.nobody");
            fill(operator, Map.of("#member", "fan-7", "#because_en", "Four winters.", "#because_zh", "四个冬天。"));
            operator.press("desk.council.give");
            operator.sees("desk.council.take");
        }
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            fan.signIn("fan-7");
            fan.go("/councils/north");
            fill(fan, Map.of("#title", "后排座椅加热", "#text", "孩子坐在后排。"));
            fan.press("council.bring.send");
            fan.sees("council.history.none");
        }
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.go("/operator/councils/north/1");
            fill(operator, Map.of("#due", day(5)));
            operator.press("desk.council.assign.send");
            operator.sees("desk.council.answer");
            fill(operator, Map.of("#reason_en", "With the next series.", "#reason_zh", "随下一批提供。"));
            operator.press("desk.answer.send");
            operator.sees("council.refused");
            operator.forgive("422");
            assertThat(operator.page.locator("#reason_zh")).hasValue("随下一批提供。");
            fill(operator, Map.of("#by", day(90)));
            operator.press("desk.answer.send");
            operator.sees("desk.council.done");
            operator.isAccessible();
        }
        try (var stranger = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            stranger.go("/councils/north/1");
            assertThat(stranger.page.locator("main")).containsText("With the next series.");
            assertThat(stranger.page.locator("main")).not().containsText("fan-7");
            stranger.isAccessible();
            stranger.go("/councils/north");
            assertThat(stranger.page.locator("main")).containsText("Three winters.");
            stranger.isAccessible();
        }
    }

    private static void fill(Visit visit, Map<String, String> fields) {
        fields.forEach((field, text) -> visit.page.locator(field).fill(text));
    }
}

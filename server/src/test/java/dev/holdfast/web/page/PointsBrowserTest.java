package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.Earning;
import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Reward;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.points.Rule;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// Points in a browser: a fan reserves and gives up, an operator hands over, with and without scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointsBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void define() {
        site.bean(Points.class)
                .define(
                        "visit",
                        new Rule(
                                Map.of("en", "A visit", "zh", "到店"),
                                100,
                                null,
                                ZoneOffset.UTC,
                                Duration.ZERO,
                                Duration.ofDays(365),
                                true,
                                true),
                        "operator-1");
        site.bean(Rewards.class)
                .define(
                        "cup",
                        new Reward(
                                Map.of("en", "Enamel cup", "zh", "搪瓷杯"),
                                60,
                                9,
                                Duration.ofDays(7),
                                Duration.ZERO,
                                true),
                        "operator-1");
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @ForEveryone
    void aFanSpendsPointsAndAnOperatorHandsTheRewardOver(Screen screen, Words words, boolean javaScript) {
        var member = "fan-" + UUID.randomUUID();
        site.bean(Points.class).earn(new Earning.Activity(member, "visit", member, null));
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(member);
            visit.go("/account/points");
            assertThat(visit.page.locator(".big-figure")).hasText(words.count("points.many", 100));
            visit.press("points.reserve");
            visit.sees("points.reserved.text");
            assertThat(visit.page.locator(".big-figure")).hasText(words.count("points.many", 40));
            assertThat(visit.page.locator("main .button")).hasCount(0);
            if (javaScript) {
                visit.isAccessible();
            }
            visit.press("points.release");
            visit.sees("points.released.text");
            visit.press("points.reserve");
            visit.sees("points.reserved.text");
        }
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signInAs("operator");
            visit.go("/operator/points");
            var row = visit.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(member));
            assertThat(row).hasCount(1);
            if (javaScript) {
                visit.isAccessible();
            }
            visit.press("points.desk.confirm");
            visit.sees("points.desk.done");
            visit.go("/operator/audit?act=confirmed_reward");
            visit.sees("act.confirmed_reward");
        }
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(member);
            visit.go("/account/points");
            visit.sees("points.state.CONFIRMED");
            visit.sees("points.cause.SPENT");
        }
    }

    @ForEveryone
    void anOperatorWritesARuleAndPutsRightWhatWentWrong(Screen screen, Words words, boolean javaScript) {
        var rule = "rule-" + UUID.randomUUID().toString().substring(0, 8);
        var member = "fan-" + UUID.randomUUID();
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signInAs("operator");
            visit.go("/operator/points/rules");
            if (javaScript) {
                visit.isAccessible();
            }
            fill(visit, "#rule-name", rule);
            fill(visit, "#rule-english", "Sorry " + rule);
            fill(visit, "#rule-chinese", "抱歉 " + rule);
            fill(visit, "#rule-points", "500");
            visit.press("points.desk.rule.write");
            visit.sees("points.desk.done");
            visit.go("/operator/points");
            fill(visit, "#member", member);
            visit.press("points.desk.find.button");
            visit.sees("points.desk.statement", member);
            if (javaScript) {
                visit.isAccessible();
            }
            visit.page.locator("#rule").selectOption(rule);
            fill(visit, "#points", "70");
            fill(visit, "#reason", "The parcel was lost");
            visit.press("points.desk.give");
            visit.sees("points.desk.done");
            visit.page.locator("main tbody details summary").first().click();
            fill(visit, "main tbody details[open] input[name=reason]", "It was found");
            visit.page.locator("main tbody details[open] button").click();
            visit.sees("points.desk.done");
            visit.sees("points.cause.CLAWED_BACK");
            for (var act : List.of("correct_points", "claw_back_points")) {
                visit.go("/operator/audit?act=" + act);
                visit.sees("act." + act);
            }
        }
        var statement = site.bean(Points.class).statement(member, null, 10);
        assertEquals(0, statement.in(Account.ACTIVE));
        assertEquals(70, statement.in(Account.WITHDRAWN));
    }

    private static void fill(Visit visit, String field, String text) {
        visit.page.locator(field).fill(text);
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.holdfast.community.points.Earning;
import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Reward;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.points.Rule;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> everyone() {
        return Stream.of(
                Arguments.of(Screen.DESK, Words.ENGLISH, true), Arguments.of(Screen.PHONE, Words.CHINESE, false));
    }

    @ParameterizedTest
    @MethodSource("everyone")
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
}

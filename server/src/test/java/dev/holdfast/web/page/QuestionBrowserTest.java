package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A question, its answer in a round, and the rule that the answer sets, with real browsers on the real
/// application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        site.open(
                "car",
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                4,
                50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void aQuestionIsAskedAnsweredInARoundAndItsRuleStandsOnTheOrder() throws InterruptedException {
        var order = site.place("car", "fan-1", "pro-green");
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            fan.signIn("fan-1");
            fan.go("/launches/car/questions");
            fan.page.locator("#text").fill("什么时候锁单?");
            fan.press("round.send");
            fan.sees("round.taken");
        }
        answer();
        site.until(PATIENCE, "select count(*) = 1 from community.rule_order");
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            fan.signIn("fan-1");
            fan.go("/launches/car/questions");
            assertThat(fan.page.locator("main")).containsText("三月一日锁单。");
            fan.isAccessible();
            fan.go("/orders/" + order.id());
            fan.sees("round.order");
            assertThat(fan.page.locator("main")).containsText("订单于三月一日锁定。");
            fan.isAccessible();
        }
    }

    private void answer() {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.namesAProductManager();
            operator.go("/operator/launches/car/questions");
            operator.page.locator("#english").fill("Locking");
            operator.page.locator("#chinese").fill("锁单");
            operator.press("desk.round.topic.add");
            operator.page.locator("input[type=checkbox]").check();
            operator.press("desk.round.group");
            operator.sees("desk.round.loose.none");
            operator.isAccessible();
            operator.page.locator("textarea[name^=en_]").fill("On 1 March.");
            operator.page.locator("textarea[name^=zh_]").fill("三月一日锁单。");
            operator.page.locator("select[name^=kind_]").selectOption("LOCK_DATE");
            operator.page.locator("details summary").first().click();
            operator.page.locator("textarea[name^=rule_en_]").fill("Orders lock on 1 March.");
            operator.page.locator("textarea[name^=rule_zh_]").fill("订单于三月一日锁定。");
            operator.press("desk.round.publish");
            operator.sees("desk.round.refused");
            operator.forgive("422");
            assertThat(operator.page.locator("textarea[name^=zh_]")).hasValue("三月一日锁单。");
            operator.page.locator("details summary").first().click();
            operator.page.locator("input[name^=day_]").fill("2027-03-01");
            operator.press("desk.round.publish");
            operator.sees("desk.round.rules");
        }
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.holdfast.launch.Asker;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What operators look after beside launches: colleagues, webhooks, refunds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPeopleBrowserTest {
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

    @ForEveryone
    void anOperatorLetsAColleagueInWithoutAnyRestart(Screen screen, Words words, boolean javaScript) {
        var colleague = "planner-" + words.tag();
        String link;
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signInAs("operator");
            visit.go("/operator/people");
            visit.page.locator("#member").fill(colleague);
            visit.page.selectOption("#role", "planner");
            visit.press("people.button");
            link = visit.page.locator(".secret").innerText();
            if (javaScript) {
                visit.isAccessible();
            }
            visit.go("/operator/audit?act=make_sign_in_link");
            visit.sees("act.make_sign_in_link");
            assertThat(visit.page.locator("main")).containsText(colleague);
            visit.go("/operator/people");
            assertThat(visit.page.locator(".secret")).hasCount(0);
        }
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.page.navigate(link);
            visit.press("signIn.button");
            visit.page.waitForURL(site.address("/operator"));
            assertThat(visit.page.locator("footer")).containsText(colleague);
            visit.go("/operator/people");
            visit.sees("problem.role");
            visit.forgive("403");
        }
    }

    @ForEveryone
    void anAddressForNewsIsRegisteredWatchedGivenANewSecretAndRemoved(Screen screen, Words words, boolean javaScript) {
        var name = "crm-" + words.tag().toLowerCase(Locale.ROOT);
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signInAs("operator");
            visit.go("/operator/webhooks");
            register(visit, name, "http://localhost/hook");
            visit.sees("webhook.refused");
            assertThat(visit.page.locator(".notice"))
                    .containsText(words == Words.ENGLISH ? "https://" : "须以 https:// 开头");
            register(visit, name, "https://hooks.example.com/holdfast");
            var first = visit.page.locator(".secret").innerText();
            assertThat(first).startsWith("whsec_");
            if (javaScript) {
                visit.isAccessible();
            }
            row(visit, name).locator("a").click();
            visit.press("webhook.save");
            visit.sees("webhook.saved");
            assertThat(visit.page.locator(".secret")).hasCount(0);
            row(visit, name).locator("a").click();
            visit.page.locator("input[name=newSecret]").check();
            visit.press("webhook.save");
            assertThat(visit.page.locator(".secret")).not().hasText(first);
            row(visit, name).locator("a").click();
            visit.press("webhook.remove");
            visit.sees("webhook.removed");
            assertThat(row(visit, name)).hasCount(0);
            visit.forgive("422");
        }
    }

    private static void register(Visit visit, String name, String url) {
        visit.page.locator("#name").fill(name);
        visit.page.locator("#url").fill(url);
        visit.page.locator("input[name=events]").first().check();
        visit.press("webhook.save");
    }

    private static Locator row(Visit visit, String name) {
        return visit.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aRefundThatNobodyTriesAnyMoreIsAskedForAgain() {
        var order = site.place("car", "fan-refunded", "pro-green");
        site.pay(order, "elsewhere");
        site.launch().cancel(order.id(), new Asker("fan-refunded", false), false);
        site.jdbc()
                .sql("update launch.refund set next_attempt_at = 'infinity', attempts = 9, last_fault = 'no such card'")
                .update();
        for (var words : List.of(Words.ENGLISH, Words.CHINESE)) {
            try (var visit = new Visit(browser, site, Screen.DESK, words, true)) {
                visit.signInAs("operator");
                visit.go("/operator/refunds");
                if (words == Words.ENGLISH) {
                    visit.sees("desk.refund.STUCK");
                    assertThat(visit.page.locator("main tbody")).containsText("no such card");
                }
                visit.press("desk.retry");
                visit.sees("desk.retried");
                visit.isAccessible();
                visit.go("/operator/audit");
                visit.sees("act.retry_refund");
            }
        }
        assertThat(site.jdbc()
                        .sql("select count(*) from launch.refund where next_attempt_at < 'infinity'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}

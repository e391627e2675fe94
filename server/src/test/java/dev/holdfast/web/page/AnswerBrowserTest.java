package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The product team answers and everybody reads it, with real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerBrowserTest {
    private static final String MOLD = "We pass it on to our engineers with many thanks.";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void name() {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            operator.signInAs("operator");
            operator.namesAProductManager();
        }
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private WishId wish(String title) {
        return site.wishes()
                .propose(new Proposal("product", "en", title, "Please."), "fan-1")
                .wish()
                .id();
    }

    private void write(Visit operator, WishId wish, String decision, String english, String chinese) {
        operator.go("/operator/wishes/" + wish + "/answer");
        operator.page.locator("#decision").selectOption(decision);
        operator.page.locator("#reason-en").fill(english);
        operator.page.locator("#reason-zh").fill(chinese);
    }

    @Test
    void anAcceptanceWithoutADateIsSentBackAndWithOneIsPromisedToEverybody() {
        var wish = wish("Charge at 22 kW at home");
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.go("/operator/answers");
            operator.isAccessible();
            operator.page.locator("select[name=class]").selectOption("service");
            operator.press("desk.show");
            operator.sees("desk.answer.empty");
            write(operator, wish, "ACCEPTED", "From the spring on.", "从春季开始支持。");
            operator.press("desk.answer.send");
            operator.sees("desk.answer.refused");
            operator.forgive("422");
            assertThat(operator.page.locator("#reason-zh")).hasValue("从春季开始支持。");
            operator.page
                    .locator("#by")
                    .fill(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)
                            .plusDays(90)
                            .toString());
            operator.press("desk.answer.send");
            operator.sees("desk.answer.roles");
        }
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            fan.go("/answers");
            fan.sees("answer.coverage");
            fan.isAccessible();
            fan.press("promised.title");
            assertThat(fan.page.locator("main")).containsText("Charge at 22 kW at home");
            fan.isAccessible();
        }
    }

    @Test
    void onlyThoseWhoWereNamedAreOfferedARole() {
        var wish = wish("A light in the boot");
        try (var stranger = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            stranger.signInAs("operator", "operator-8");
            stranger.go("/operator/wishes/" + wish + "/answer");
            stranger.sees("desk.signer.none");
        }
        try (var operator = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            operator.signInAs("operator");
            operator.go("/operator/answers");
            operator.page.locator("#member-product-manager").fill("operator-8");
            operator.press("desk.signer.add");
            assertThat(operator.page.locator("#role-product-manager + ul")).containsText("operator-8");
        }
        try (var named = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            named.signInAs("operator", "operator-8");
            write(named, wish, "DECLINED", "There is one under the shelf.", "搁板下已有一盏。");
            named.press("desk.answer.send");
            named.sees("desk.answer.roles");
        }
    }

    @Test
    void theComposerWarnsOfAMoldWithoutScriptAndGivesItAllTheSameWhenToldSo() {
        try (var operator = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            operator.signInAs("operator");
            for (var title : new String[] {"A hook", "A lamp"}) {
                write(operator, wish(title), "DECLINED", MOLD, "我们无法满足这项要求:" + title);
                operator.press("desk.answer.send");
            }
            write(operator, wish("A shelf"), "DECLINED", MOLD, "我们无法满足这项要求。");
            operator.press("desk.answer.check");
            operator.sees("desk.answer.mold");
            assertThat(operator.page.locator("main")).containsText(MOLD);
            operator.press("desk.answer.sure");
            operator.sees("desk.answer.roles");
            operator.go("/answers");
            operator.sees("answer.boilerplate");
        }
    }
}

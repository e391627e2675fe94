package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.holdfast.community.referral.Referrals;
import dev.holdfast.web.page.Browser.Screen;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/// Who brought whom in a browser: a friend comes, staff change it, the owner sees who and disputes it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @ForEveryone
    void anOwnerSeesWhoTookAFriendAwayAndDisputesIt(Screen screen, Words words, boolean javaScript) {
        var referrals = site.bean(Referrals.class);
        var owner = "owner-" + UUID.randomUUID();
        var friend = "friend-" + UUID.randomUUID();
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(friend);
            visit.go("/account/referrals");
            visit.page.locator("#code").fill(referrals.code(owner));
            visit.press("referral.come");
            visit.sees("referral.done.linked.text");
        }
        long number = referrals.ofFriend(friend).orElseThrow().number();
        referrals.override(number, "somebody-else", "A message from May", "operator-7");
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(owner);
            visit.go("/account/referrals");
            visit.sees("referral.elsewhere");
            visit.page.locator("main details summary").first().click();
            visit.sees("referral.by.staff", "operator-7");
            assertThat(visit.page.locator("main")).containsText("A message from May");
            assertThat(visit.page.locator("main")).not().containsText(friend);
            if (javaScript) {
                visit.isAccessible();
            }
            visit.page.locator("#said-" + number).fill("I drove her there");
            visit.press("referral.dispute");
            visit.sees("referral.done.disputed.text");
        }
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signInAs("operator");
            visit.go("/operator/referrals");
            var row = visit.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(friend));
            assertThat(row).containsText("I drove her there");
            if (javaScript) {
                visit.isAccessible();
            }
            row.locator("input[name=said]").fill("You did");
            row.locator("input[name=owner]").fill(owner);
            row.locator("button").click();
            visit.sees("referral.desk.done");
            visit.go("/operator/audit?act=override_referral");
            visit.sees("act.override_referral");
        }
        Assertions.assertThat(referrals.find(number).owner()).isEqualTo(owner);
    }
}

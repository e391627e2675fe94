package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.holdfast.community.similar.LookNow;
import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.web.page.Browser.Screen;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A fan's way through wishes: found, supported, proposed, talked about, and taken back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WishBrowserTest {
    private static final String TITLE = "A louder bell for the bicycle";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @BeforeAll
    void somebodyWished() {
        wished(TITLE);
        LookNow.look(site.bean(SimilarWishes.class));
    }

    private Wish wished(String title) {
        return site.wishes()
                .propose(new Proposal("product", "en", title, "Please."), "fan-first")
                .wish();
    }

    private Visit fan(Screen screen, Words words, boolean javaScript) {
        var visit = new Visit(browser, site, screen, words, javaScript);
        visit.signIn("fan-" + UUID.randomUUID());
        return visit;
    }

    @Test
    void whatIsThereAlreadyIsOfferedWhileTypingAndSupportedByOnePress() {
        try (var fan = fan(Screen.PHONE, Words.ENGLISH, true)) {
            fan.go("/wishes/new");
            fan.page.locator("#title").pressSequentially("louder bell");
            assertThat(fan.page.locator("#similar")).containsText(TITLE);
            fan.isAccessible();
            fan.press("wish.support.short");
            fan.sees("wish.supported");
            fan.sees("wish.budget", 9, 10);
            fan.isAccessible();
            // From where it came is evidence, as for votes over the interface.
            assertTrue(site.jdbc()
                    .sql("select exists (select from community.vote_seen where network is not null)")
                    .query(Boolean.class)
                    .single());
        }
    }

    @Test
    void whatIsThereAlreadyIsOfferedWithoutScriptBeforeAnythingIsProposed() {
        try (var fan = fan(Screen.PHONE, Words.CHINESE, false)) {
            write(fan, TITLE + " 2", "Because.");
            fan.press("wish.new.send");
            fan.sees("wish.similar");
            assertThat(fan.page.locator("#text")).hasValue("Because.");
            fan.press("wish.new.sendAll");
            assertThat(fan.page.locator("h1")).hasText(TITLE + " 2");
            assertThat(fan.page.locator("main")).containsText(fan.words.say("wish.state.OPEN"));
        }
    }

    private static void write(Visit fan, String title, String text) {
        fan.go("/wishes/new");
        fan.page.locator("#title").fill(title);
        fan.page.locator("#text").fill(text);
        fan.page.locator("#class").selectOption("service");
    }

    @ForEveryone
    void aWishIsVotedForFollowedTalkedAboutAndTakenBack(Screen screen, Words words, boolean javaScript) {
        // Like nothing that anybody else said.
        var own = UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "zq";
        try (var fan = fan(screen, words, javaScript)) {
            write(fan, own, own);
            fan.press("wish.new.send");
            assertThat(fan.page.locator("h1")).hasText(own);
            fan.press("wish.support");
            fan.sees("wish.supported");
            fan.press("wish.support.withdraw");
            fan.sees("wish.budget", 10, 10);
            fan.press("wish.unfollow");
            assertThat(follow(fan, "/follow")).hasCount(1);
            fan.press("wish.follow");
            assertThat(follow(fan, "/follow/withdraw")).hasCount(1);
            fan.page.locator("#text").fill("One thing\nand another");
            fan.press("wish.talk.send");
            assertThat(fan.page.locator(".talk")).containsText("and another");
            fan.go("/wishes/mine");
            assertThat(fan.page.locator("section[aria-labelledby=followed]")).containsText(own);
            fan.page.locator("section[aria-labelledby=proposed] a").first().click();
            fan.press("wish.talk.remove");
            fan.sees("wish.talk.removed");
            fan.press("wish.unfollow");
            assertThat(follow(fan, "/follow")).hasCount(1);
            fan.press("wish.withdraw");
            fan.sees("wish.stands.WITHDRAWN");
        }
    }

    private static Locator follow(Visit fan, String end) {
        return fan.page.locator("form[action$='" + end + "']");
    }

    @Test
    void theListIsOrderedNarrowedAndSearched() {
        var wish = wished("Heated handles");
        site.wishes().decide(wish.id(), Decision.DECLINED, "operator-1");
        try (var anybody = new Visit(browser, site, Screen.DESK, Words.CHINESE, true)) {
            anybody.go("/");
            anybody.page.locator("header nav a[href='/wishes']").click();
            anybody.sees("answer.coverage");
            anybody.isAccessible();
            anybody.press("wish.order.DECIDED");
            assertThat(anybody.page.locator(".launches > li")).hasCount(1);
            assertThat(anybody.page.locator("main")).containsText("Heated handles");
            anybody.go("/wishes");
            anybody.press("wish.narrow");
            anybody.page.locator("#class").selectOption("app");
            anybody.press("wish.show");
            anybody.sees("wish.none");
            anybody.page.locator("#words").fill("自行车铃 bell");
            anybody.press("wish.search.button");
            assertThat(anybody.page.locator("main")).containsText(TITLE);
            anybody.go("/wishes/" + wish.number());
            assertThat(anybody.page.locator("h1")).hasText("Heated handles");
        }
    }

    @Test
    void whoHasNoVoteLeftIsToldWhereTheirVotesAre() {
        try (var fan = fan(Screen.DESK, Words.ENGLISH, false)) {
            for (int vote = 0; vote < 10; vote++) {
                fan.go("/wishes/" + wished("One more, number " + vote).id());
                fan.press("wish.support");
                fan.sees("wish.supported");
            }
            fan.go("/wishes/" + wished("One too many").id());
            fan.sees("wish.spent");
        }
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.community.integrity.Appeals;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.merge.MergeProposal;
import dev.holdfast.community.merge.Merges;
import dev.holdfast.community.similar.LookNow;
import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of votes once they are cast: merged with their owners' consent, noticed, objected to and decided. The
/// forms one by one over HTTP, and the whole way in real browsers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotesBrowserTest {
    private final LiveSite site = new LiveSite(Map.of("holdfast.limit-member", "off"));
    private final Browser browser = new Browser();
    private final Desk operator = new Desk(site, "operator-7", "operator");

    @AfterAll
    void close() {
        operator.close();
        browser.close();
        site.close();
    }

    private static String someone() {
        return "fan-" + UUID.randomUUID();
    }

    private WishId wished(String title) {
        return site.wishes()
                .propose(new Proposal("product", "en", title + " " + UUID.randomUUID(), "Please."), "fan-first")
                .wish()
                .id();
    }

    private void votes(WishId wish, String... members) {
        for (var member : members) {
            site.bean(WishVotes.class).vote(wish, member);
        }
    }

    /// Three members vote with one device, which is noticed of all of them.
    private WishId noticed(String member) {
        var wish = wished("A shelf for three");
        for (var one : List.of(member, someone(), someone())) {
            site.bean(WishVotes.class).vote(wish, one);
            site.bean(Integrity.class).voted(wish, one, "one-phone", "network-" + one);
        }
        site.examineVotes();
        return wish;
    }

    private long proposed(WishId source, WishId target) {
        return site.bean(Merges.class)
                .propose(new MergeProposal(source, target, "They say the same.", 14), "operator-7")
                .number();
    }

    private List<String> acts() {
        return site.bean(Members.class).trail(null, 20).entries().stream()
                .map(entry -> entry.act())
                .toList();
    }

    private int supporters(WishId wish) {
        return site.wishes().find(wish).supporters();
    }

    @Test
    void aMergeIsProposedFromSimilarWishesAndUndone() {
        var source = wished("A louder bell");
        var target = wished("A louder bell, please");
        votes(source, someone(), someone());
        LookNow.look(site.bean(SimilarWishes.class));
        var address = "/operator/wishes/" + source + "/merge";
        var number = String.valueOf(site.wishes().find(source).number());
        assertThat(operator.get("/operator/merges/find?number=" + number)
                        .is(303)
                        .location())
                .endsWith(address);
        operator.get("/operator/merges/find?number=no").is(404).says("There is no wish of that number.");
        operator.look(address).says("A louder bell, please", "2 supporters", target.toString());
        operator.post(address, Map.of("into", target.toString(), "reason", "", "days", "14"))
                .is(422);
        operator.post(address, Map.of("reason", "They say the same.", "days", "14"))
                .is(422)
                .says("They say the same.");
        operator.post(address, Map.of("into", target.toString(), "reason", "The same.", "days", "14"))
                .is(303);
        operator.post(address, Map.of("other", number, "reason", "Itself.", "days", "14"))
                .is(422);
        operator.post(address, Map.of("into", target.toString(), "reason", "Again.", "days", "14"))
                .is(409);
        operator.look("/operator/merges").says("A louder bell, please", "Asks");
        var merge =
                site.bean(Merges.class).of(source, Long.MAX_VALUE, 1).getFirst().number();
        var undo = "/operator/merges/" + merge + "/undo";
        operator.post(undo, Map.of("undo", "")).is(422);
        operator.post(undo, Map.of("undo", "They differ after all.")).is(303);
        operator.post(undo, Map.of("undo", "Again.")).is(409);
        operator.look(address).says("They differ after all.");
        assertThat(acts()).contains("propose_merge", "undo_merge");
    }

    @Test
    void howeverManyMergesAWishWasPartOfAllAreFound() {
        var source = wished("A basket");
        var target = wished("A basket in front");
        var oldest = proposed(source, target);
        site.bean(Merges.class).undo(oldest, "The oldest of six.", "operator-7");
        for (int later = 0; later < MergeLines.SHOWN; later++) {
            site.bean(Merges.class).undo(proposed(source, target), "Undone again.", "operator-7");
        }
        var address = "/operator/wishes/" + source + "/merge";
        var further = address + "?before=" + (oldest + 1);
        operator.look(address).says(further).saysNot("The oldest of six.");
        operator.look(further).says("The oldest of six.").saysNot("Undone again.");
    }

    @Test
    void aVoteMovesByItsOwnersWordAloneAndComesBack() {
        var source = wished("A hook for bags");
        var target = wished("A place to hang a bag");
        var mover = someone();
        votes(source, mover, someone());
        var merge = proposed(source, target);
        try (var fan = new Desk(site, mover, "fan");
                var stranger = new Desk(site, someone(), "fan")) {
            var answer = "/wishes/" + source + "/merges/" + merge;
            fan.look("/wishes/mine").says("May your vote move?", "Keep my vote here");
            fan.look("/wishes/" + target).says("May your vote move?");
            stranger.look("/wishes/" + source).says("Supporters are asked whether votes may move");
            stranger.post(answer, Map.of("agrees", "true")).is(409);
            fan.post(answer, Map.of("agrees", "true")).is(303);
            assertThat(supporters(target)).isEqualTo(1);
            fan.look("/wishes/mine").says("You agreed: your vote is with “A place to hang a bag");
            fan.post(answer, Map.of("agrees", "false")).is(303);
            assertThat(supporters(target)).isZero();
            fan.look("/wishes/" + source).says("You said no: your vote stays");
            fan.post(answer, Map.of("agrees", "true")).is(303);
            site.bean(Merges.class).undo(merge, "They differ.", "operator-7");
            fan.post(answer, Map.of("agrees", "true")).is(409);
            fan.look("/wishes/" + source).says("Your vote came back", "1 vote went back", "They differ.");
        }
    }

    @Test
    void afterItsTimeAMergeSaysWhatBecameOfItAndThatItCanBeUndone() throws InterruptedException {
        var source = wished("A lamp at the door");
        var target = wished("A light at the door");
        var mover = someone();
        votes(source, mover);
        var merge = proposed(source, target);
        try (var fan = new Desk(site, mover, "fan")) {
            fan.post("/wishes/" + source + "/merges/" + merge, Map.of("agrees", "true"))
                    .is(303);
            site.jdbc()
                    .sql("update community.merge set answer_before = now() - interval '1 day' where number = ?")
                    .param(merge)
                    .update();
            site.closeMerges();
            site.until(Duration.ofSeconds(30), "select state = 'CLOSED' from community.merge where number = " + merge);
            fan.look("/wishes/" + source)
                    .says("Another wish says the same", "1 supporter agreed", "We can undo it", "A light at the door")
                    .saysNot("Agree: move my vote");
            fan.look("/wishes/" + target).says("You agreed: your vote is with");
            fan.look("/wishes/mine").saysNot("A lamp at the door");
        }
    }

    @Test
    void anObjectionIsTakenOnceAndItsAnswerIsRead() {
        var member = someone();
        var wish = noticed(member);
        try (var fan = new Desk(site, member, "fan");
                var stranger = new Desk(site, someone(), "fan")) {
            var appeal = "/wishes/" + wish + "/appeal";
            fan.look("/wishes/mine").says("Your vote weighs less", "3 members voted for this wish from the device");
            fan.post(appeal, Map.of("objection", " ")).is(422);
            fan.post(appeal, Map.of("objection", "Too long. ".repeat(201)))
                    .is(422)
                    .says("Too long. Too long.");
            stranger.post(appeal, Map.of("objection", "Why?")).is(409);
            fan.post(appeal, Map.of("objection", "We are a family.")).is(303);
            fan.post(appeal, Map.of("objection", "Again.")).is(409);
            fan.look("/wishes/" + wish).says("It waits to be decided.", "We are a family.");
            var number = site.bean(Appeals.class).of(wish).getFirst().number();
            var decide = "/operator/votes/appeals/" + number;
            operator.look("/operator/votes").says("We are a family.", "3 members on one device");
            operator.post(decide, Map.of("act", "lift", "reason", " ")).is(422);
            operator.post(decide, Map.of("act", "lift", "reason", "Three at one table."))
                    .is(303);
            operator.post(decide, Map.of("act", "keep", "reason", "No."))
                    .is(409)
                    .says("decided before");
            fan.look("/wishes/" + wish).says("it is lifted", "Three at one table.", "Your vote weighs as much as any");
            assertThat(acts()).contains("lift_vote_evidence");
        }
    }

    @Test
    void bothCountsArePublishedWithTheirRuleAndTheirFiles() {
        var wish = noticed(someone());
        operator.look("/operator/votes").says("A shelf for three", "Not yet");
        operator.look("/operator/votes/" + wish).says("Shared device", "3 members on one device", "<svg");
        assertThat(operator.post("/operator/votes/" + wish + "/counts", Map.of())
                        .is(303)
                        .location())
                .endsWith("/operator/votes/" + wish);
        var tally = site.bean(Tallies.class).of(wish, Long.MAX_VALUE, 1).getFirst();
        try (var fan = new Desk(site, someone(), "fan")) {
            fan.look("/wishes/" + wish).says("3 supporters; 1.5 once what was noticed is weighed");
            fan.look("/wishes/" + wish + "/votes")
                    .says(
                            "3 supporters, weighted 1.5",
                            tally.checksum(),
                            tally.weighted().checksum());
        }
    }

    @Test
    void theNextVersionOfTheRuleIsPublished() {
        int before = site.bean(Integrity.class).weights().version();
        var weights = Map.of(
                "newAccount",
                "40",
                "newAccountHours",
                "24",
                "device",
                "50",
                "deviceVoters",
                "3",
                "network",
                "20",
                "networkVoters",
                "20",
                "burst",
                "20",
                "burstVotes",
                "500");
        operator.post("/operator/votes/weights", Map.of("newAccount", "40")).is(422);
        operator.post("/operator/votes/weights", weights).is(303);
        assertThat(site.bean(Integrity.class).weights().version()).isEqualTo(before + 1);
        operator.look("/operator/votes").says("Version " + (before + 1));
    }

    @ForEveryone
    void aFanAgreesToAMergeObjectsAndReadsTheAnswer(Screen screen, Words words, boolean javaScript) throws Problem {
        var member = someone();
        var wish = noticed(member);
        var target = wished("A shelf for four");
        proposed(wish, target);
        try (var fan = new Visit(browser, site, screen, words, javaScript)) {
            fan.signIn(member);
            fan.go("/wishes/mine");
            fan.sees("merge.asked");
            fan.sees("lighter.title");
            fan.page.locator("textarea[name=objection]").fill("We are a family.\n我们是一家人。");
            fan.press("lighter.appeal.send");
            assertThat(fan.page.locator("main")).containsText("我们是一家人");
            if (javaScript) {
                fan.isAccessible();
            }
            try (var desk = new Visit(browser, site, screen, words, javaScript)) {
                desk.signInAs("operator");
                desk.go("/operator/votes/" + wish);
                desk.sees("desk.votes.came");
                desk.page.locator("textarea[name=reason]").fill("A table with three chairs.");
                desk.press("desk.votes.keep");
                assertThat(desk.page.locator("main")).containsText("A table with three chairs.");
                if (javaScript) {
                    desk.isAccessible();
                }
            }
            fan.go("/wishes/" + wish);
            assertThat(fan.page.locator("main")).containsText("A table with three chairs.");
            fan.press("merge.agree");
            fan.sees("merge.back");
            assertThat(supporters(target)).isEqualTo(1);
            fan.go("/wishes/" + wish + "/votes");
            fan.sees("tally.rule.all");
            if (javaScript) {
                fan.isAccessible();
            }
        }
    }
}

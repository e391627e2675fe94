package dev.holdfast.community.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.TalliesOnPaper;
import dev.holdfast.community.wish.VoteMoves.Way;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishWorld;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.MailAddress;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was noticed of a vote goes where a merge moves the vote, and its member is told of it by letter.
class MovedEvidenceTest {
    private static final MailAddress ADDRESS = new MailAddress("one@example.org");

    private final WishWorld world = new WishWorld();
    private final Integrity integrity = IntegrityOnPaper.integrity(world);
    private final Tallies tallies = TalliesOnPaper.tallies(world);
    private final WishId source = world.proposed("author", "a hook for bags");
    private final WishId target = world.proposed("another", "a place to hang a bag");
    private long merge;

    @BeforeEach
    void threeVoteOnOneDeviceAndAMergeIsProposed() {
        for (String member : List.of("one", "two", "three")) {
            world.jdbc
                    .sql("insert into member.address (member, address, language, confirmed, since)"
                            + " values (:member, :member || '@example.org', 'en', true, now())")
                    .param("member", member)
                    .update();
        }
        vote("one");
        vote("two");
        merge = merge(source, target);
    }

    private long merge(WishId from, WishId to) {
        return world.jdbc
                .sql("""
                        insert into community.merge (source, target, state, reason, proposed_at, answer_before)
                        values (?, ?, 'ASKING', 'The same.', now(), now()) returning number""")
                .params(from.value(), to.value())
                .query(Long.class)
                .single();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void vote(String member) {
        world.votes.vote(source, member);
        integrity.voted(source, member, "phone", "network-of-" + member);
    }

    private Way move(String member) {
        return move(source, target, member, merge);
    }

    private Way move(WishId from, WishId to, String member, long by) {
        return world.transactions.execute(status -> {
            world.moves.lock(from, to);
            return world.moves.move(from, to, member, by).orElseThrow();
        });
    }

    /// One wish comes to stand for another, and then a third for both.
    private WishId moveTwice(String member) {
        WishId last = world.proposed("third", "hooks wherever a bag is");
        move(member);
        move(target, last, member, merge(target, last));
        return last;
    }

    private void moveBack(String member, Way way) {
        world.transactions.executeWithoutResult(status -> {
            world.moves.lock(source, target);
            assertThat(world.moves.moveBack(source, target, member, way, merge)).isTrue();
        });
    }

    private List<Evidence> noticed(WishId wish) {
        return integrity.page(wish, 0, integrity.length(wish));
    }

    private long weighted(WishId wish) {
        return tallies.publish(wish, "operator").tally().weighted().hundredths();
    }

    private List<String> letters() {
        return world.jdbc
                .sql("select member || ' ' || split_part(facts, '/', 1) from member.mail where kind = 'vote_noticed'"
                        + " order by number")
                .query((row, index) -> row.getString(1))
                .list();
    }

    @Test
    void whatWasNoticedBeforeTheMoveGoesWithTheVote() {
        vote("three");
        IntegrityOnPaper.examine(world);
        world.votes.vote(target, "somebody");
        move("one");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(target)).singleElement().satisfies(one -> {
            assertThat(one.signal()).isEqualTo(VoteSignal.DEVICE);
            assertThat(one.position()).isEqualTo(2);
            assertThat(one.count()).isEqualTo(3);
        });
        assertThat(weighted(target)).isEqualTo(150);
        assertThat(weighted(source)).isEqualTo(100);
    }

    @Test
    void whatIsNoticedOnlyOnceTheVoteHasMovedFollowsIt() {
        move("one");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(target)).isEmpty();
        vote("three");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(target)).extracting(Evidence::position).containsExactly(1);
        assertThat(letters()).containsExactly("two " + source, "three " + source, "one " + target);
    }

    @Test
    void whatWasNoticedGoesThroughTwoMergesWithTheVote() {
        vote("three");
        IntegrityOnPaper.examine(world);
        WishId last = moveTwice("one");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(last)).singleElement().satisfies(one -> {
            assertThat(one.signal()).isEqualTo(VoteSignal.DEVICE);
            assertThat(one.position()).isEqualTo(1);
            assertThat(one.count()).isEqualTo(3);
        });
        assertThat(weighted(last)).isEqualTo(50);
        assertThat(weighted(target)).isZero();
        assertThat(weighted(source)).isEqualTo(100);
    }

    @Test
    void whatIsNoticedOnlyOnceTheVoteHasMovedTwiceFollowsItThroughBoth() {
        WishId last = moveTwice("one");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(last)).isEmpty();
        vote("three");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(last)).extracting(Evidence::position).containsExactly(1);
        assertThat(weighted(last)).isEqualTo(50);
        assertThat(letters()).containsExactly("two " + source, "three " + source, "one " + last);
    }

    @Test
    void whatWasLiftedStaysBehind() {
        vote("three");
        IntegrityOnPaper.examine(world);
        try (Mails mails = IntegrityOnPaper.mails(world)) {
            Appeals appeals = IntegrityOnPaper.appeals(world, mails);
            appeals.decide(appeals.appeal(source, "one", "A family."), true, "So it is.", "ann");
        }
        move("one");
        move("two");
        IntegrityOnPaper.examine(world);
        assertThat(noticed(target)).extracting(Evidence::position).containsExactly(2);
    }

    @Test
    void anUndoBringsItBackAndNobodyIsTakenForTwo() {
        vote("three");
        IntegrityOnPaper.examine(world);
        Way way = move("one");
        IntegrityOnPaper.examine(world);
        moveBack("one", way);
        IntegrityOnPaper.examine(world);
        assertThat(noticed(source)).extracting(Evidence::position).containsExactly(1, 2, 3, 5);
        assertThat(weighted(source)).isEqualTo(150);
        assertThat(weighted(target)).isZero();
    }

    @Test
    void whoSupportedBothAndHasTheirSecondVoteBackHasItAsLightAsBefore() {
        world.votes.vote(target, "one");
        vote("three");
        IntegrityOnPaper.examine(world);
        Way way = move("one");
        assertThat(way).isEqualTo(Way.JOINED);
        moveBack("one", way);
        IntegrityOnPaper.examine(world);
        assertThat(weighted(source)).isEqualTo(150);
        assertThat(weighted(target)).isEqualTo(100);
    }

    @Test
    void oneLetterTellsWhyTheVoteIsLighterAndHowToObject() {
        vote("three");
        IntegrityOnPaper.examine(world);
        IntegrityOnPaper.examine(world);
        assertThat(letters()).containsExactly("one " + source, "two " + source, "three " + source);
        assertThat(letter("one").map(Letter::text).orElseThrow())
                .contains("a hook for bags", "it weighs 0.50", "3 members", "/wishes/" + source + "/votes");
        world.votes.withdraw(source, "one");
        assertThat(letter("one")).as("of a vote that was taken back").isEmpty();
        integrity.weigh(new VoteWeights(0, 40, 24, 0, 3, 20, 20, 20, 500, world.clock.instant()), "operator");
        assertThat(letter("two")).as("of what weighs nothing").isEmpty();
    }

    private Optional<Letter> letter(String member) {
        return IntegrityOnPaper.noticedLetter(world)
                .write(new Recipient(member, ADDRESS, "en"), source.toString(), world.clock.instant());
    }
}

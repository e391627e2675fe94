package dev.holdfast.community.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.TalliesOnPaper;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishWorld;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Fans;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// What is noticed of votes, what it weighs, and what becomes of an objection. No vote is taken away by any
/// of it.
class IntegrityTest {
    private final WishWorld world = new WishWorld();
    private final Integrity integrity = IntegrityOnPaper.integrity(world);
    private final Tallies tallies = TalliesOnPaper.tallies(world);
    private final Mails mails = IntegrityOnPaper.mails(world);
    private final Appeals appeals = IntegrityOnPaper.appeals(world, mails);
    private final KeptIntegrity kept = new KeptIntegrity(world.jdbc);
    private final WishId wish = world.proposed("author", "a hook for bags");

    @AfterEach
    void close() {
        mails.close();
        world.close();
    }

    private void vote(String member, String device, String network) {
        world.votes.vote(wish, member);
        integrity.voted(wish, member, device, network);
    }

    private List<Evidence> noticed() {
        IntegrityOnPaper.examine(world);
        return integrity.page(wish, 0, integrity.length(wish));
    }

    private Tally tally() {
        return tallies.publish(wish, "operator").tally();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void known(String member, Duration before) {
        Instant since = world.clock.instant().minus(before);
        world.jdbc
                .sql("insert into member.member (id, created_at) values (?, ?::timestamptz)")
                .params(member, since.toString())
                .update();
    }

    private void threeOnOneDevice() {
        vote("one", "phone", "net-1");
        vote("two", "phone", "net-2");
        vote("alone", "tablet", "net-3");
        vote("three", "phone", "net-4");
    }

    @Test
    void whoSharesADeviceWithEnoughOthersIsNoticedAndTheFirstOfThemToo() {
        threeOnOneDevice();
        assertThat(noticed()).extracting(Evidence::signal).containsOnly(VoteSignal.DEVICE);
        assertThat(noticed()).extracting(Evidence::position).containsExactly(1, 2, 4);
        assertThat(noticed()).extracting(Evidence::count).containsOnly(3);
    }

    @Test
    void twoOnOneDeviceAreAHousehold() {
        vote("one", "phone", "net-1");
        vote("two", "phone", "net-1");
        world.votes.withdraw(wish, "one");
        vote("one", "phone", "net-1");
        assertThat(noticed()).isEmpty();
    }

    @Test
    void aCrowdFromOneNetworkIsNoticed() {
        for (int fan = 1; fan < 20; fan++) {
            vote("fan-" + fan, "device-" + fan, "school");
        }
        assertThat(noticed()).isEmpty();
        vote("fan-20", "device-20", "school");
        assertThat(noticed()).hasSize(20).extracting(Evidence::signal).containsOnly(VoteSignal.NETWORK);
    }

    @Test
    void aNewAccountIsNoticedAndAnOldOneIsNot() {
        known("new", Duration.ofHours(3));
        known("old", Duration.ofHours(24));
        vote("new", "a", "net-1");
        vote("old", "b", "net-2");
        vote("never-seen", "c", "net-3");
        assertThat(noticed()).singleElement().satisfies(one -> {
            assertThat(one.signal()).isEqualTo(VoteSignal.NEW_ACCOUNT);
            assertThat(one.position()).isEqualTo(1);
            assertThat(one.count()).isEqualTo(3);
        });
    }

    @Test
    void manyVotesWithinTenMinutesAreABurst() {
        weigh(50, 4);
        for (int fan = 0; fan < 3; fan++) {
            vote("early-" + fan, "early-" + fan, "early-" + fan);
        }
        world.clock.forward(Duration.ofMinutes(20));
        for (int fan = 0; fan < 4; fan++) {
            vote("burst-" + fan, "burst-" + fan, "burst-" + fan);
        }
        assertThat(noticed()).extracting(Evidence::signal).containsOnly(VoteSignal.BURST);
        assertThat(noticed()).extracting(Evidence::position).containsExactly(4, 5, 6, 7);
    }

    private VoteWeights weigh(int device, int burstVotes) {
        return integrity.weigh(
                new VoteWeights(0, 40, 24, device, 3, 20, 20, 20, burstVotes, Instant.EPOCH), "operator");
    }

    @Test
    void bothTotalsArePublishedAndNoVoteIsTakenAway() {
        threeOnOneDevice();
        noticed();
        Tally tally = tally();
        assertThat(tally.total()).isEqualTo(4);
        assertThat(tally.weighted().hundredths()).isEqualTo(250);
        assertThat(tally.weighted().evidence()).isEqualTo(3);
        assertThat(world.wishes.find(wish).supporters()).isEqualTo(4);
        world.votes.withdraw(wish, "three");
        assertThat(tally().weighted().hundredths()).isEqualTo(200);
    }

    @Test
    void newWeightsMakeANewTotalAndLeaveThePublishedOne() {
        threeOnOneDevice();
        noticed();
        Tally before = tally();
        assertThat(weigh(100, 500).version()).isEqualTo(2);
        Tally after = tally();
        assertThat(after.weighted().hundredths()).isEqualTo(100);
        assertThat(tallies.find(wish, before.number())).isEqualTo(before);
        assertThat(tallies.weights(before).device()).isEqualTo(50);
        refused("invalid_request", () -> weigh(101, 500));
    }

    @Test
    void whoObjectsDoesSoOnceAndOnlyToWhatWasNoticed() {
        threeOnOneDevice();
        noticed();
        refused("nothing_noticed", () -> appeals.appeal(wish, "alone", "Why me?"));
        appeals.appeal(wish, "one", "We are a family.");
        refused("appealed_already", () -> appeals.appeal(wish, "one", "Again."));
        assertThat(appeals.page(true, Long.MAX_VALUE, 10))
                .extracting(Appeal::text)
                .containsExactly("We are a family.");
    }

    @Test
    void anObjectionIsDecidedOnceWithAReasonAndWhatIsLiftedWeighsNothing() {
        threeOnOneDevice();
        noticed();
        long number = appeals.appeal(wish, "one", "We are a family.");
        Appeal decided = appeals.decide(number, true, "Three at one table.", "ann");
        assertThat(decided.actor()).isEqualTo("ann");
        refused("vote_appeal_decided", () -> appeals.decide(number, false, "No.", "bob"));
        assertThat(appeals.of(wish)).containsExactly(decided);
        assertThat(tally().weighted().hundredths()).isEqualTo(300);
        assertThat(noticed()).extracting(Evidence::change).containsExactly(1, 1, 1, -1);
        assertThat(integrity.own("one"))
                .singleElement()
                .satisfies(own -> assertThat(own.lifted()).isTrue());
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        threeOnOneDevice();
        noticed();
        long number = appeals.appeal(wish, "one", "We are a family.");
        Callable<Boolean> desk = () -> {
            try {
                appeals.decide(number, true, "Three at one table.", "ann");
                return true;
            } catch (Problem decidedBefore) {
                return false;
            }
        };
        assertThat(Fans.atOnce(Collections.nCopies(8, desk))).containsOnlyOnce(true);
        assertThat(noticed()).extracting(Evidence::change).containsExactly(1, 1, 1, -1);
        assertThat(trail()).hasSize(1);
    }

    @Test
    void theTrailSaysWhoLiftedWhatOrLetItStandAndWhy() {
        threeOnOneDevice();
        noticed();
        long first = appeals.appeal(wish, "one", "We are a family.");
        long second = appeals.appeal(wish, "two", "So are we.");
        appeals.decide(first, true, "Three at one table.", "ann");
        appeals.decide(second, false, "No table was seen.", "bob");
        assertThat(trail())
                .containsExactly(
                        "bob keep_vote_evidence " + wish + " objection " + second + ": No table was seen.",
                        "ann lift_vote_evidence " + wish + " objection " + first + ": Three at one table.");
    }

    /// The latest first.
    private List<String> trail() {
        return world.members.trail(null, 10).entries().stream()
                .map(entry -> entry.actor() + " " + entry.act() + " " + entry.subject() + " " + entry.detail())
                .toList();
    }

    @Test
    void whatWasSeenIsForgottenInTimeAndWhatWasNoticedStays() {
        threeOnOneDevice();
        noticed();
        assertThat(seen()).isEqualTo(4);
        world.clock.forward(Examiner.KEPT);
        assertThat(noticed()).hasSize(3);
        assertThat(seen()).isZero();
    }

    private int seen() {
        return world.jdbc
                .sql("select count(*) from community.vote_seen")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoIsErasedLeavesTheTotalsAndNoWord() {
        threeOnOneDevice();
        noticed();
        long number = appeals.appeal(wish, "one", "We are a family.");
        Tally before = tally();
        world.erase("one", "erased-1");
        world.transactions.executeWithoutResult(status -> kept.erase("one", "erased-1"));
        assertThat(seen()).isEqualTo(3);
        assertThat(tally()).isEqualTo(before);
        assertThat(appeals.decide(number, false, "It stands.", "ann").text()).isEmpty();
        assertThat(appeals.own("one")).isEmpty();
    }

    @Test
    void theDatabaseRefusesToRewriteEvidence() {
        threeOnOneDevice();
        noticed();
        for (String rewriting :
                List.of("delete from community.vote_evidence", "update community.vote_evidence set count = 1")) {
            assertThatThrownBy(() -> world.jdbc.sql(rewriting).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only grows");
        }
    }
}

package dev.holdfast.community.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.community.integrity.WatchedVotes.Bar;
import dev.holdfast.community.integrity.WatchedVotes.Burst;
import dev.holdfast.community.integrity.WatchedVotes.Sum;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.TalliesOnPaper;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishWorld;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What those who look after votes see of them.
class VoteWatchTest {
    private final WishWorld world = new WishWorld();
    private final Integrity integrity = IntegrityOnPaper.integrity(world);
    private final VoteWatch watch = new VoteWatch(new WatchStore(world.jdbc));
    private final Mails mails = IntegrityOnPaper.mails(world);
    private final Appeals appeals = IntegrityOnPaper.appeals(world, mails);
    private final WishId wish = world.proposed("author", "a hook for bags");

    @AfterEach
    void close() {
        mails.close();
        world.close();
    }

    private void vote(WishId one, String member, String device) {
        world.votes.vote(one, member);
        integrity.voted(one, member, device, "network-" + member);
    }

    private void threeOnOneDevice(WishId one) {
        vote(one, "one", "phone");
        vote(one, "two", "phone");
        vote(one, "three", "phone");
        IntegrityOnPaper.examine(world);
    }

    @Test
    void wishesWithMostEvidenceComeFirstAndThoseWithoutAreNotListed() {
        var other = world.proposed("author", "a place to hang a bag");
        world.proposed("author", "a bell");
        threeOnOneDevice(wish);
        threeOnOneDevice(other);
        vote(other, "four", "phone");
        IntegrityOnPaper.examine(world);
        assertThat(watch.page(0, 10))
                .containsExactly(
                        new WatchedWish(other, Map.of(VoteSignal.DEVICE, 4)),
                        new WatchedWish(wish, Map.of(VoteSignal.DEVICE, 3)));
        assertThat(watch.page(1, 10)).extracting(WatchedWish::wish).containsExactly(wish);
    }

    @Test
    void whatWasLiftedIsCountedApart() {
        threeOnOneDevice(wish);
        appeals.decide(appeals.appeal(wish, "one", "We are a family."), true, "Three at one table.", "ann");
        assertThat(watch.look(wish).sums()).containsExactly(new Sum(VoteSignal.DEVICE, 2, 1, 3));
        assertThat(watch.page(0, 10)).containsExactly(new WatchedWish(wish, Map.of(VoteSignal.DEVICE, 2)));
        assertThat(appeals.of(wish)).hasSize(1);
        assertThat(integrity.standing(wish, 1)).isEmpty();
        assertThat(integrity.standing(wish, 2)).hasSize(1);
    }

    @Test
    void whoObjectedIsToldByLetterWhatWasDecidedAndWhy() {
        world.jdbc
                .sql("insert into member.address (member, address, language, confirmed, since)"
                        + " values ('one', 'one@example.org', 'zh', true, now())")
                .update();
        threeOnOneDevice(wish);
        appeals.decide(appeals.appeal(wish, "one", "We are a family."), false, "Nobody said who.", "ann");
        var told = mails.page(null, 10).entries();
        assertThat(told)
                .filteredOn("kind", "vote_appeal_decided")
                .singleElement()
                .satisfies(entry -> {
                    var letter = Objects.requireNonNull(entry.letter());
                    assertThat(letter.subject()).contains("申诉已裁定", "a hook for bags");
                    assertThat(letter.text())
                            .contains("予以维持", "Nobody said who.", "https://example.org/wishes/" + wish);
                });
    }

    @Test
    void aBurstStandsOutOfTheVotesOfItsHours() {
        integrity.weigh(new VoteWeights(0, 40, 24, 50, 3, 20, 20, 20, 4, Instant.EPOCH), "operator");
        vote(wish, "early", "early");
        world.clock.forward(Duration.ofDays(2));
        for (int fan = 0; fan < 4; fan++) {
            vote(wish, "burst-" + fan, "burst-" + fan);
        }
        IntegrityOnPaper.examine(world);
        var votes = watch.look(wish);
        assertThat(votes.bursts()).extracting(Burst::votes).containsExactly(4);
        assertThat(votes.span()).isEqualTo(Duration.ofMinutes(30).multipliedBy(2));
        assertThat(votes.bars()).extracting(Bar::votes).containsExactly(1, 4);
        assertThat(votes.bars()).extracting(Bar::burst).containsExactly(0, 4);
    }

    @Test
    void whoTookTheirVoteBackIsToldNothingOfIt() {
        threeOnOneDevice(wish);
        assertThat(integrity.counting("one")).hasSize(1);
        world.votes.withdraw(wish, "one");
        assertThat(integrity.counting("one")).isEmpty();
        assertThat(integrity.own("one")).hasSize(1);
    }

    @Test
    void theTotalOfAnInstantIsTheLatestThatWasPublishedByThen() {
        Tallies tallies = TalliesOnPaper.tallies(world);
        vote(wish, "one", "a");
        Tally first = tallies.publish(wish, "operator").tally();
        world.clock.forward(Duration.ofHours(1));
        vote(wish, "two", "b");
        Tally second = tallies.publish(wish, "operator").tally();
        assertThat(tallies.asOf(wish, first.publishedAt().minusSeconds(1))).isEmpty();
        assertThat(tallies.asOf(wish, first.publishedAt())).contains(first);
        assertThat(tallies.asOf(wish, second.publishedAt().plusSeconds(1))).contains(second);
    }

    @Test
    void aVoteNeverWeighsLessThanNothing() {
        var weights = new VoteWeights(1, 40, 24, 50, 3, 20, 20, 20, 4, Instant.EPOCH);
        assertThat(weights.weight(List.of())).isEqualTo(100);
        assertThat(weights.weight(List.of(VoteSignal.DEVICE))).isEqualTo(50);
        assertThat(weights.weight(List.of(VoteSignal.values()))).isZero();
    }
}

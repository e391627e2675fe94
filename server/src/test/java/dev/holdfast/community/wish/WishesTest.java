package dev.holdfast.community.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.personal.KeptRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of a wish, and of the votes for it.
class WishesTest {
    private final WishWorld world = new WishWorld();
    private final WishId wish = world.proposed("author", "a hook for bags");

    @AfterEach
    void close() {
        world.close();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void aWishIsDueAsItsClassSays() {
        Wish proposed = world.wishes.find(wish);
        assertThat(proposed.number()).isEqualTo(1);
        assertThat(proposed.state()).isEqualTo(WishState.OPEN);
        assertThat(Duration.between(proposed.at(), proposed.dueAt())).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void theSameWordsOfTheSameMemberAreOneWish() {
        assertThat(world.proposed("author", "a hook for bags")).isEqualTo(wish);
        assertThat(world.proposed("another", "a hook for bags")).isNotEqualTo(wish);
        assertThat(world.votes.standing("author").openWishes()).isEqualTo(1);
    }

    @Test
    void aVoteCountsOnceAndComesBackWhenItIsWithdrawn() {
        world.votes.vote(wish, "fan");
        world.votes.vote(wish, "fan");
        assertThat(world.left("fan")).isEqualTo(9);
        assertThat(world.wishes.find(wish).supporters()).isEqualTo(1);
        world.votes.withdraw(wish, "fan");
        world.votes.withdraw(wish, "fan");
        assertThat(world.left("fan")).isEqualTo(10);
        assertThat(world.wishes.find(wish).supporters()).isZero();
        assertThat(world.journal(wish)).isZero();
        assertThat(world.jdbc
                        .sql("select count(*) from community.wish_vote")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDecisionGivesEveryVoteBackAndTheyStillCount() {
        for (String fan : List.of("one", "two", "three")) {
            world.votes.vote(wish, fan);
        }
        Wish decided = world.wishes.decide(wish, Decision.DECLINED, "operator");
        assertThat(decided.state()).isEqualTo(WishState.ANSWERED);
        assertThat(decided.decision()).isEqualTo(Decision.DECLINED);
        assertThat(decided.supporters()).isEqualTo(3).isEqualTo(world.journal(wish));
        assertThat(world.left("one")).isEqualTo(10);
        assertThat(world.votes.standing("author").openWishes()).isZero();
        refused("wish_closed", () -> world.votes.vote(wish, "four"));
        refused("wish_closed", () -> world.votes.withdraw(wish, "one"));
        refused("wish_closed", () -> world.wishes.decide(wish, Decision.ACCEPTED, "operator"));
    }

    @Test
    void anAnswerThatNeedsMoreKeepsTheWishAndItsVotesWaiting() {
        world.votes.vote(wish, "fan");
        Wish asked = world.wishes.decide(wish, Decision.NEEDS_MORE, "operator");
        assertThat(asked.state()).isEqualTo(WishState.OPEN);
        assertThat(world.left("fan")).isEqualTo(9);
        world.wishes.decide(wish, Decision.ACCEPTED, "operator");
        assertThat(world.wishes.steps(wish))
                .extracting(WishStep::cause)
                .containsExactly("proposed", "needs_more", "accepted");
    }

    @Test
    void whatIsReopenedTakesNewVotesAndAsksNothingOfOldOnes() {
        world.votes.vote(wish, "early");
        assertThat(world.wishes.reopen(wish, "verdict", "clock")).isEmpty();
        world.wishes.decide(wish, Decision.ACCEPTED, "operator");
        world.clock.forward(Duration.ofDays(100));
        Wish reopened = world.wishes.reopen(wish, "verdict", "clock").orElseThrow();
        assertThat(reopened.state()).isEqualTo(WishState.REOPENED);
        assertThat(reopened.dueAt()).isEqualTo(world.clock.instant().plus(Duration.ofDays(30)));
        world.votes.vote(wish, "late");
        assertThat(world.left("early")).isEqualTo(10);
        assertThat(world.left("late")).isEqualTo(9);
        world.votes.withdraw(wish, "early");
        assertThat(world.left("early")).isEqualTo(10);
        world.wishes.decide(wish, Decision.LATER, "operator");
        assertThat(world.left("late")).isEqualTo(10);
        assertThat(world.votes.standing("author").openWishes()).isZero();
    }

    @Test
    void anAuthorTakesBackWhatNobodyElseSupports() {
        world.votes.vote(wish, "author");
        world.votes.vote(wish, "fan");
        refused("not_your_wish", () -> world.wishes.withdraw(wish, "fan"));
        refused("wish_supported", () -> world.wishes.withdraw(wish, "author"));
        world.votes.withdraw(wish, "fan");
        world.wishes.withdraw(wish, "author");
        assertThat(world.wishes.find(wish).title()).isEmpty();
        assertThat(world.left("author")).isEqualTo(10);
        assertThat(list(WishQuery.Order.NEWEST)).isEmpty();
        assertThat(world.proposed("author", "a hook for bags")).isNotEqualTo(wish);
    }

    @Test
    void everyOrderIsPagedThroughWithoutGapOrRepeat() {
        for (int i = 0; i < 24; i++) {
            WishId one = world.proposed("author-" + i, "wish " + i);
            for (int vote = 0; vote < i % 4; vote++) {
                world.votes.vote(one, "fan-" + i + "-" + vote);
            }
            world.clock.forward(Duration.ofMinutes(i % 3));
        }
        for (WishQuery.Order order : WishQuery.Order.values()) {
            int waiting = order == WishQuery.Order.DECIDED ? 0 : 25;
            assertThat(list(order)).hasSize(waiting).doesNotHaveDuplicates();
        }
        assertThat(list(WishQuery.Order.MOST_SUPPORTED)
                        .indexOf(world.wishes.find(wish).number()))
                .isGreaterThan(17);
        assertThat(list(WishQuery.Order.NEWEST)).isSortedAccordingTo((one, two) -> Long.compare(two, one));
        refused("invalid_parameter", () -> page(WishQuery.Order.NEWEST, "next"));
    }

    @Test
    void thoseDecidedLastComeFirstPageByPage() {
        for (int i = 0; i < 24; i++) {
            world.proposed("author-" + i, "wish " + i);
        }
        // The youngest are decided first, and some at once: no other order is taken for this one.
        for (long number = 25; number >= 1; number--) {
            world.clock.forward(Duration.ofMinutes(number % 2));
            world.wishes.decide(world.wishes.find(number).id(), Decision.DECLINED, "operator");
        }
        List<Long> decided = list(WishQuery.Order.DECIDED);
        assertThat(decided).hasSize(25).doesNotHaveDuplicates();
        assertThat(decided.subList(0, 3)).containsExactly(1L, 3L, 2L);
    }

    private List<Long> list(WishQuery.Order order) {
        List<Long> all = new ArrayList<>();
        String after = null;
        do {
            WishPage page = page(order, after);
            page.wishes().forEach(one -> all.add(one.number()));
            after = page.next();
        } while (after != null);
        return all;
    }

    private WishPage page(WishQuery.Order order, @Nullable String after) {
        return world.wishes.page(new WishQuery(null, null, order, after), 4);
    }

    @Test
    void textsThatDoNotFitAreRefused() {
        for (Proposal proposal : List.of(
                new Proposal("product", "fr", "title", "text"),
                new Proposal("product", "en", "ti\ntle", "text"),
                new Proposal("product", "en", "t".repeat(Texts.MAX_TITLE + 1), "text"),
                new Proposal("product", "en", "title", " "),
                new Proposal("product", "en", "title", "half \uD83D"))) {
            refused("invalid_request", () -> world.wishes.propose(proposal, "fan"));
        }
        refused("unknown_wish_class", () -> world.wishes.propose(new Proposal("none", "en", "t", "t"), "fan"));
        world.wishes.propose(new Proposal("app", "zh", "深色模式 \uD83D\uDE00", "两\n行"), "fan");
    }

    @Test
    void whatSomebodySaidIsTakenBackByThemAndTakenDownByAnOperator() {
        assertThat(world.talk.say(wish, "fan", "Yes,\nplease.")).isEqualTo(1);
        assertThat(world.talk.say(wish, "fan", "And soon.")).isEqualTo(2);
        refused("unknown_comment", () -> world.talk.remove(wish, 1, "another"));
        world.talk.remove(wish, 1, "fan");
        world.talk.takeDown(wish, 2, "operator");
        refused("unknown_comment", () -> world.talk.takeDown(wish, 2, "operator"));
        assertThat(world.talk.comments(wish, 0, 10))
                .allSatisfy(comment -> assertThat(comment.text()).isEmpty())
                .hasSize(2);
    }

    @Test
    void whoIsErasedLeavesEverySumAsItWas() {
        WishId alone = world.proposed("author", "a lamp");
        world.votes.vote(wish, "author");
        world.votes.vote(wish, "fan");
        world.votes.vote(alone, "author");
        world.talk.say(wish, "author", "I live at 1 Main Street.");
        world.talk.follow(wish, "author");
        world.transactions.executeWithoutResult(status -> world.kept.erase("author", "erased-1"));
        assertThat(world.wishes.find(wish).title()).isEqualTo("a hook for bags");
        assertThat(world.wishes.find(wish).supporters()).isEqualTo(2).isEqualTo(world.journal(wish));
        assertThat(world.wishes.find(alone).state()).isEqualTo(WishState.WITHDRAWN);
        assertThat(world.wishes.find(alone).text()).isEmpty();
        assertThat(world.wishes.find(alone).supporters()).isEqualTo(world.journal(alone));
        assertThat(world.talk.comments(wish, 0, 1).getFirst().text()).isEmpty();
        assertThat(world.talk.followers(wish, "", 10)).containsExactly("erased-1", "fan");
        assertThat(world.left("author")).isEqualTo(10);
        assertThat(world.kept.tables())
                .allSatisfy(table ->
                        assertThat(KeptRows.of(world.jdbc, table, "author", 10)).isEmpty());
        world.wishes.decide(wish, Decision.ACCEPTED, "operator");
        assertThat(world.left("fan")).isEqualTo(10);
    }

    @Test
    void aWishIsFoundByTheNumberThatPeopleWrite() {
        assertThat(world.wishes.find(1).id()).isEqualTo(wish);
        refused("unknown_wish", () -> world.wishes.find(2));
    }

    @Test
    void whoFollowsIsKnown() {
        assertThat(world.talk.follows(wish, "fan")).isFalse();
        world.talk.follow(wish, "fan");
        assertThat(world.talk.follows(wish, "fan")).isTrue();
        assertThat(world.talk.follows(wish, "another")).isFalse();
    }
}

package dev.holdfast.community.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.community.merge.Merge.State;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.VoteRow;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.WishStep;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.personal.KeptRows;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One wish stands for another with the consent of those who support it, and for itself again.
class MergeTest {
    private static final String ADDRESS = """
            insert into member.address (member, address, language, confirmed, since)
            values (:member, :member || '@example.org', 'en', true, now())""";

    private final MergeWorld world = new MergeWorld();

    @AfterEach
    void addUpAndClose() {
        // Closed even where it does not add up: connections that stay open would fail other tests, too.
        try (world) {
            assertThat(world.addsUp()).isTrue();
        }
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void agree(Merge merge, String... members) {
        for (String member : members) {
            world.answers.answer(merge.number(), member, true);
        }
    }

    private void passTime() {
        world.wishes.clock.forward(Duration.ofDays(MergeWorld.DAYS));
        world.work();
    }

    @Test
    void whoAgreesMovesWhoSupportsBothHasOneBackAndTheSilentStay() {
        Merge merge = world.propose();
        agree(merge, "mover", "both");
        assertThat(world.supporters(world.source)).isEqualTo(1);
        assertThat(world.supporters(world.target)).isEqualTo(2);
        assertThat(world.wishes.left("mover")).isEqualTo(9);
        assertThat(world.wishes.left("both")).isEqualTo(9);
        passTime();
        Merge closed = world.merges.find(merge.number());
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.moved()).isEqualTo(2);
        Wish source = world.wishes.wishes.find(world.source);
        assertThat(source.state()).isEqualTo(WishState.OPEN);
        assertThat(source.supporters()).isEqualTo(1);
        assertThat(world.wishes.votes.supports(world.source, "silent")).isTrue();
        refused("merge_over", () -> agree(merge, "silent"));
    }

    @Test
    void eachMoveIsARowOfBothJournalsThatNamesItsMerge() {
        Merge merge = world.propose();
        agree(merge, "mover");
        assertThat(last(world.source)).extracting(VoteRow::change).isEqualTo(-1);
        assertThat(last(world.source)).extracting(VoteRow::merge).isEqualTo(merge.number());
        assertThat(last(world.target)).extracting(VoteRow::change).isEqualTo(1);
        assertThat(last(world.target)).extracting(VoteRow::merge).isEqualTo(merge.number());
    }

    private VoteRow last(WishId wish) {
        return world.wishes.journal.page(wish, 0, Integer.MAX_VALUE).getLast();
    }

    @Test
    void totalsOfBothFromBeforeAndFromAfterAreKept() {
        Merge merge = world.propose();
        agree(merge, "mover");
        passTime();
        assertThat(totals(world.source)).containsExactly(2, 3);
        assertThat(totals(world.target)).containsExactly(2, 1);
    }

    private List<Integer> totals(WishId wish) {
        return world.tallies.of(wish, Long.MAX_VALUE, 10).stream()
                .map(Tally::total)
                .toList();
    }

    @Test
    void aWishThatNobodyIsLeftWithIsMergedAndAnUndoBringsItBack() {
        Merge merge = world.propose();
        agree(merge, "mover", "both", "silent");
        passTime();
        assertThat(world.wishes.wishes.find(world.source))
                .satisfies(wish -> assertThat(wish.state()).isEqualTo(WishState.MERGED))
                .satisfies(wish -> assertThat(wish.mergedInto()).isEqualTo(world.target));
        assertThat(world.wishes.votes.standing("author").openWishes()).isZero();
        refused("wish_closed", () -> world.wishes.votes.vote(world.source, "late"));
        Merge undone = world.merges.undo(merge.number(), "They differ.", "operator");
        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(undone.restored()).isEqualTo(3);
        assertThat(world.wishes.wishes.find(world.source).state()).isEqualTo(WishState.OPEN);
        assertThat(world.supporters(world.source)).isEqualTo(3);
        assertThat(world.supporters(world.target)).isEqualTo(1);
        assertThat(world.wishes.votes.standing("author").openWishes()).isEqualTo(1);
        assertThat(world.wishes.wishes.steps(world.source))
                .extracting(WishStep::cause)
                .containsExactly("proposed", "merged", "merge_undone");
        refused("merge_over", () -> world.merges.undo(merge.number(), "Again.", "operator"));
    }

    @Test
    void anUndoLeavesWhatMembersDidThemselves() {
        Merge merge = world.propose();
        agree(merge, "mover", "both", "silent");
        world.wishes.votes.withdraw(world.target, "mover");
        world.wishes.votes.vote(world.source, "silent");
        Merge undone = world.merges.undo(merge.number(), "They differ.", "operator");
        assertThat(undone.restored()).isEqualTo(2);
        assertThat(world.wishes.votes.supports(world.source, "mover")).isFalse();
        assertThat(world.wishes.votes.supports(world.source, "silent")).isTrue();
        assertThat(world.wishes.left("silent")).isEqualTo(9);
        assertThat(world.wishes.left("both")).isEqualTo(8);
    }

    @Test
    void aMindCanBeChangedWhileAnswersAreTaken() {
        Merge merge = world.propose();
        agree(merge, "mover", "mover");
        world.answers.answer(merge.number(), "mover", false);
        world.answers.answer(merge.number(), "mover", false);
        assertThat(world.supporters(world.source)).isEqualTo(3);
        Merge then = world.merges.find(merge.number());
        assertThat(then.moved()).isZero();
        assertThat(then.declined()).isEqualTo(1);
        agree(merge, "mover");
        assertThat(world.merges.find(merge.number()).declined()).isZero();
        assertThat(world.supporters(world.target)).isEqualTo(2);
    }

    @Test
    void supportersSeeWhatTheyAreAskedAndOthersAreNot() {
        Merge merge = world.propose();
        agree(merge, "mover");
        assertThat(world.answers.asked("mover")).extracting(Asked::agrees).containsExactly(true);
        assertThat(world.answers.asked("silent")).extracting(Asked::agrees).containsExactly((Boolean) null);
        assertThat(world.answers.asked("stranger")).isEmpty();
        refused("not_a_supporter", () -> agree(merge, "stranger"));
        passTime();
        assertThat(world.answers.asked("silent")).isEmpty();
    }

    @Test
    void supportersWithAnAddressAreWrittenToOnce() {
        for (String member : List.of("mover", "silent")) {
            world.wishes.jdbc.sql(ADDRESS).param("member", member).update();
        }
        Merge merge = world.propose();
        world.work();
        world.work();
        assertThat(letters("merge_asked")).isEqualTo(2);
        agree(merge, "mover");
        world.merges.undo(merge.number(), "They differ.", "operator");
        assertThat(letters("merge_undone")).isEqualTo(1);
        assertThat(world.mails.page(null, 1).entries().getFirst().letter())
                .satisfies(letter -> assertThat(Objects.requireNonNull(letter).text())
                        .contains(
                                "\"a hook for bags\" again",
                                "They differ.",
                                "https://example.org/wishes/" + world.source));
    }

    private int letters(String kind) {
        return (int) world.mails.page(null, 100).entries().stream()
                .filter(entry -> entry.kind().equals(kind))
                .count();
    }

    @Test
    void whatIsDecidedMeanwhileEndsIt() {
        Merge merge = world.propose();
        agree(merge, "mover");
        world.wishes.wishes.decide(world.target, Decision.ACCEPTED, "operator");
        refused("wish_closed", () -> agree(merge, "silent"));
        world.work();
        assertThat(world.merges.find(merge.number()).state()).isEqualTo(State.CLOSED);
        refused("wish_closed", () -> agree(merge, "silent"));
        refused("wish_closed", () -> world.merges.undo(merge.number(), "They differ.", "operator"));
    }

    @Test
    void whatCannotBeProposedIsRefused() {
        world.propose();
        refused("merge_running", world::propose);
        refused("merge_running", () -> propose(world.target, world.source, "Turned round.", 1));
        refused("invalid_request", () -> propose(world.target, world.target, "Itself.", 1));
        refused("invalid_request", () -> propose(world.source, world.target, " ", 1));
        refused("invalid_request", () -> propose(world.source, world.target, "For ever.", 61));
        WishId decided = world.wishes.proposed("author", "a bell");
        world.wishes.wishes.decide(decided, Decision.LATER, "operator");
        refused("wish_closed", () -> propose(decided, world.target, "Too late.", 1));
    }

    private void propose(WishId source, WishId target, String reason, int days) {
        world.merges.propose(new MergeProposal(source, target, reason, days), "operator");
    }

    @Test
    void everyActIsInTheTrail() {
        Merge merge = world.propose();
        world.merges.undo(merge.number(), "They differ.", "operator");
        assertThat(world.wishes.members.trail(null, 10).entries())
                .extracting(entry -> entry.act())
                .containsExactly("undo_merge", "propose_merge");
    }

    @Test
    void whoIsErasedIsNobodyAndTheirVoteStillGoesBack() {
        Merge merge = world.propose();
        agree(merge, "mover");
        assertThat(KeptRows.of(world.wishes.jdbc, world.kept.tables().getFirst(), "mover", 10))
                .hasSize(1);
        world.wishes.transactions.executeWithoutResult(status -> world.kept.erase("mover", "erased-1"));
        world.wishes.erase("mover", "erased-1");
        assertThat(KeptRows.of(world.wishes.jdbc, world.kept.tables().getFirst(), "mover", 10))
                .isEmpty();
        assertThat(world.merges.undo(merge.number(), "They differ.", "operator").restored())
                .isEqualTo(1);
        assertThat(world.supporters(world.source)).isEqualTo(3);
    }
}

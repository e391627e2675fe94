package dev.holdfast.web.page;

import dev.holdfast.community.merge.MergeProposal;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where it is proposed that another wish stands for this one, and where that is taken back.
///
/// @param source     with its published counts
/// @param candidates that say what it says, the nearest first
/// @param merges     that it has a part in, the latest first
/// @param typed      what the form that was refused holds
record StaffMergePage(
        Frame frame,
        Counted source,
        List<Counted> candidates,
        List<MergeLine> merges,
        Typed typed,
        @Nullable Notice notice) {
    private static final String DAYS = "14";

    StaffMergePage {
        candidates = List.copyOf(candidates);
        merges = List.copyOf(merges);
    }

    /// @param tally both its counts as they were published last; null: they were not
    record Counted(Wish wish, @Nullable Tally tally) {}

    Words words() {
        return frame.words();
    }

    String heading() {
        return words().say("desk.merge.title", words().number(source.wish.number()));
    }

    String title(Counted one) {
        return StaffVotesPage.title(words(), one.wish);
    }

    String counted(Counted one) {
        var supporters = words().count("answer.supporters", one.wish.supporters());
        var tally = one.tally;
        return tally == null
                ? supporters
                : words().say(
                                "desk.merge.count",
                                supporters,
                                words().number(tally.total()),
                                VoteWords.weighted(words(), tally));
    }

    /// Where the merges before those stand; null: there are none.
    @Nullable
    String earlier() {
        return merges.size() < MergeLines.SHOWN
                ? null
                : StaffMergesPage.address(source.wish) + "?before="
                        + merges.getLast().merge().number();
    }

    boolean waits() {
        return source.wish.state().waits();
    }

    String days() {
        return typed.text("days").isEmpty() ? DAYS : typed.text("days");
    }

    static int maxReason() {
        return MergeProposal.MAX_REASON;
    }

    static int maxDays() {
        return MergeProposal.MAX_DAYS;
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.merge.Asked;
import dev.holdfast.community.merge.Merge;
import dev.holdfast.community.merge.MergeAnswers;
import dev.holdfast.community.merge.Merges;
import dev.holdfast.community.merge.Said;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what pages say of merges.
@Component
class MergeLines {
    /// Of one wish at a time: those before are history.
    static final int SHOWN = 5;

    private final Merges merges;
    private final MergeAnswers answers;
    private final Wishes wishes;
    private final WishVotes votes;
    private final Tallies tallies;
    private final Clock clock;

    MergeLines(Merges merges, MergeAnswers answers, Wishes wishes, WishVotes votes, Tallies tallies, Clock clock) {
        this.merges = merges;
        this.answers = answers;
        this.wishes = wishes;
        this.votes = votes;
        this.tallies = tallies;
        this.clock = clock;
    }

    /// Those that a wish has a part in, the latest first.
    List<MergeLine> of(Frame frame, Wish wish) {
        return of(frame, wish, Long.MAX_VALUE);
    }

    /// @param before the number of the last one seen
    List<MergeLine> of(Frame frame, Wish wish, long before) {
        return merges.of(wish.id(), before, SHOWN).stream()
                .map(merge -> line(frame, merge))
                .toList();
    }

    /// What the reader is asked now, and may answer anew.
    List<MergeLine> asked(Words words, String member) {
        return answers.asked(member).stream()
                .map(asked -> line(words, asked.merge(), true, said(asked)))
                .toList();
    }

    MergeLine line(Frame frame, Merge merge) {
        var member = frame.member();
        var said = member == null ? null : answers.said(merge.number(), member).orElse(null);
        boolean asks = member != null
                && merge.asksAt(clock.instant())
                && (said != null || votes.supports(merge.source(), member));
        return line(frame.words(), merge, asks, said);
    }

    private static @Nullable Said said(Asked asked) {
        var agrees = asked.agrees();
        return agrees == null ? null : new Said(agrees, null);
    }

    private MergeLine line(Words words, Merge merge, boolean asks, @Nullable Said said) {
        return new MergeLine(
                words,
                merge,
                wishes.find(merge.source()),
                wishes.find(merge.target()),
                tallies.asOf(merge.source(), merge.proposedAt()).orElse(null),
                tallies.asOf(merge.target(), merge.proposedAt()).orElse(null),
                asks,
                said);
    }
}

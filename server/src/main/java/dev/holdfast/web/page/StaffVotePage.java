package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Evidence;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.integrity.WatchedVotes;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Wish;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the votes for one wish came in, what was noticed of them, and who objected.
///
/// @param tally    both its counts as they were published last; null: they were not
/// @param evidence a page of it, line by line
/// @param length   how many lines there are
/// @param typed    what the form that was refused holds
record StaffVotePage(
        Frame frame,
        Wish wish,
        WatchedVotes votes,
        VoteWeights weights,
        @Nullable Tally tally,
        List<StaffAppeal> appeals,
        List<Evidence> evidence,
        int length,
        Typed typed,
        @Nullable Notice notice) {
    StaffVotePage {
        appeals = List.copyOf(appeals);
        evidence = List.copyOf(evidence);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return StaffVotesPage.ADDRESS + "/" + wish.id();
    }

    String title() {
        return StaffVotesPage.title(words(), wish);
    }

    List<VotesDrawing> drawings() {
        return List.of(
                VotesDrawing.of(votes, words(), "wide", 680, 190), VotesDrawing.of(votes, words(), "narrow", 340, 190));
    }

    String summary() {
        var bars = votes.bars();
        return words().say(
                        "desk.votes.picture",
                        words().number(bars.stream()
                                .mapToInt(WatchedVotes.Bar::votes)
                                .sum()),
                        at(bars.getFirst().began()),
                        at(bars.getLast().began().plus(votes.span())),
                        words().number(bars.stream()
                                .mapToInt(WatchedVotes.Bar::burst)
                                .sum()));
    }

    String at(Instant instant) {
        return words().instant(instant, ZoneOffset.UTC);
    }

    @Nullable
    String next() {
        return evidence.isEmpty() || evidence.getLast().number() >= length
                ? null
                : address() + "?after=" + evidence.getLast().number() + "#lines";
    }
}

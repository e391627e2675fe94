package dev.holdfast.web.page;

import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.tally.Tally;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the votes of one wish were counted, by which rules, and the files with which anybody counts them again.
///
/// @param tallies the latest first
/// @param weights by which the latest of them is weighed
/// @param size of a full page
record WishVotesPage(Frame frame, WishLine line, List<Tally> tallies, VoteWeights weights, int size) {
    WishVotesPage {
        tallies = List.copyOf(tallies);
    }

    Words words() {
        return frame.words();
    }

    String counted(Tally tally) {
        return words().say(
                        "tally.counted",
                        words().instant(tally.cutAt(), ZoneOffset.UTC),
                        words().count("answer.supporters", tally.total()),
                        VoteWords.weighted(words(), tally));
    }

    String about(Tally tally) {
        return words().say(
                        "tally.about",
                        words().say("tally.cause." + tally.cause()),
                        words().number(tally.position()),
                        words().number(tally.weighted().evidence()),
                        tally.weighted().weights());
    }

    @Nullable
    String next() {
        return tallies.size() < size
                ? null
                : line.address() + "/votes?before=" + tallies.getLast().number();
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.tally.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The votes on the page of a wish: as they were added last, whether they are asked to move, and what the reader's own
/// weighs.
///
/// @param tally   null: nothing was published yet
/// @param lighter null: nothing is noticed of a vote of the reader's
record ChainVotes(
        @Nullable Tally tally,
        List<MergeLine> merges,
        @Nullable LighterVote lighter) {
    static final ChainVotes NONE = new ChainVotes(null, List.of(), null);

    ChainVotes {
        merges = List.copyOf(merges);
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.integrity.VoteSignal;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.integrity.WatchedWish;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The room where votes are looked after: objections, wishes with evidence, and the rule.
///
/// @param all whether objections that were decided are shown too
/// @param skip wishes that the pages before showed
/// @param size of a full page, of wishes and of objections
/// @param typed what the form that was refused holds
record StaffVotesPage(
        Frame frame,
        List<StaffAppeal> appeals,
        boolean all,
        List<Row> rows,
        VoteWeights weights,
        int skip,
        int size,
        Typed typed,
        @Nullable Notice notice) {
    static final String ADDRESS = "/operator/votes";
    /// In the order of the form.
    static final List<String> FIELDS = List.of(
            "newAccount",
            "newAccountHours",
            "device",
            "deviceVoters",
            "network",
            "networkVoters",
            "burst",
            "burstVotes");

    StaffVotesPage {
        appeals = List.copyOf(appeals);
        rows = List.copyOf(rows);
    }

    /// @param tally both its counts as they were published last; null: they were not
    record Row(Wish wish, WatchedWish watched, @Nullable Tally tally) {}

    Words words() {
        return frame.words();
    }

    static String address(Row row) {
        return ADDRESS + "/" + row.wish.id();
    }

    static String title(Words words, Wish wish) {
        return wish.title().isEmpty() ? words.say("wish.number", words.number(wish.number())) : wish.title();
    }

    /// Of how many votes; empty: of none.
    String noticed(Row row, VoteSignal signal) {
        int votes = row.watched.noticed().getOrDefault(signal, 0);
        return votes == 0 ? "" : words().number(votes);
    }

    String since() {
        return words().say("desk.votes.rule.text", weights.version(), AnswerBoardPage.day(words(), weights.at()));
    }

    @Nullable
    String next() {
        return rows.size() < size ? null : ADDRESS + "?skip=" + (skip + size);
    }

    @Nullable
    String earlier() {
        return appeals.size() < size
                ? null
                : ADDRESS + "?all=" + all + "&before="
                        + appeals.getLast().appeal().number();
    }
}

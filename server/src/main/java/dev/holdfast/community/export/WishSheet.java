package dev.holdfast.community.export;

import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.SheetText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Wishes with both their counts as they were published last, each of which anybody can add again.
final class WishSheet implements Sheet {
    private static final List<String> COLUMNS = List.of(
            "number",
            "wish",
            "class",
            "language",
            "title",
            "text",
            "author",
            "state",
            "proposedAt",
            "dueAt",
            "decision",
            "decidedAt",
            "mergedInto",
            "comments",
            "supporters",
            "tally",
            "cutOff",
            "votes",
            "withdrawals",
            "total",
            "weightedTotal",
            "checksum");

    private final Tallies tallies;
    private final Aliases aliases;

    WishSheet(Tallies tallies, Aliases aliases) {
        this.tallies = tallies;
        this.aliases = aliases;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<List<String>> rows(List<Wish> wishes) {
        Map<WishId, Tally> latest =
                tallies.latest(Sheet.ids(wishes)).stream().collect(Collectors.toMap(Tally::wish, Function.identity()));
        return wishes.stream().map(wish -> row(wish, latest.get(wish.id()))).toList();
    }

    private List<String> row(Wish wish, @Nullable Tally tally) {
        @Nullable Decision decision = wish.decision();
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(wish.number()),
                wish.id().toString(),
                wish.wishClass(),
                wish.language(),
                SheetText.safe(wish.title()),
                SheetText.safe(wish.text()),
                aliases.of(wish.member()).orElse(""),
                Sheet.word(wish.state()),
                wish.at().toString(),
                wish.dueAt().toString(),
                decision == null ? "" : Sheet.word(decision),
                Sheet.text(wish.decidedAt()),
                Sheet.text(wish.mergedInto()),
                String.valueOf(wish.comments()),
                String.valueOf(wish.supporters())));
        row.addAll(counts(tally));
        return row;
    }

    private static List<String> counts(@Nullable Tally tally) {
        return tally == null
                ? List.of("", "", "", "", "", "", "")
                : List.of(
                        String.valueOf(tally.number()),
                        String.valueOf(tally.position()),
                        String.valueOf(tally.votes()),
                        String.valueOf(tally.withdrawals()),
                        String.valueOf(tally.total()),
                        BigDecimal.valueOf(tally.weighted().hundredths(), 2).toPlainString(),
                        tally.checksum());
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.merge.Merge;
import dev.holdfast.community.wish.Wish;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All merges, those under way first to be looked at.
///
/// @param all whether those that are over are shown too
/// @param size of a full page
record StaffMergesPage(
        Frame frame,
        List<Row> rows,
        boolean all,
        int size,
        String number,
        @Nullable Notice notice) {
    static final String ADDRESS = "/operator/merges";

    StaffMergesPage {
        rows = List.copyOf(rows);
    }

    record Row(Merge merge, Wish source, Wish target) {}

    Words words() {
        return frame.words();
    }

    String title(Wish wish) {
        return StaffVotesPage.title(words(), wish);
    }

    /// Where it is looked at, and undone.
    static String address(Row row) {
        return address(row.source);
    }

    static String address(Wish wish) {
        return "/operator/wishes/" + wish.id() + "/merge";
    }

    String until(Row row) {
        return words().instant(row.merge.answerBefore(), ZoneOffset.UTC);
    }

    @Nullable
    String next() {
        return rows.size() < size
                ? null
                : ADDRESS + "?all=" + all + "&before=" + rows.getLast().merge().number();
    }
}

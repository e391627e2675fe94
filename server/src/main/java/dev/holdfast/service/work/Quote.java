package dev.holdfast.service.work;

import dev.holdfast.kernel.Problem;
import dev.holdfast.service.warranty.Warranty;
import dev.holdfast.service.warranty.Warranty.Cover;
import dev.holdfast.service.work.WorkLine.PartState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what each line of a work order costs its owner, before anything begins.
///
/// @param from the day from which the warranty runs
/// @param km null: nobody looked
record Quote(
        Warranty warranty,
        LocalDate from,
        LocalDate today,
        @Nullable Integer km) {
    static final int MAX_LINES = 50;

    private static final int MAX_TEXT = 500;
    static final int MAX_CODE = 64;
    private static final int MAX_MINUTES = 10_000;
    private static final int MAX_QUANTITY = 1_000;
    private static final long MAX_AMOUNT = 100_000_000_000L;

    List<WorkLine> lines(List<Line> lines) {
        List<WorkLine> quoted = new ArrayList<>();
        for (Line line : judged(lines)) {
            Cover cover = warranty.cover(text(line.component()), from, today, km);
            quoted.add(line(
                    line,
                    quoted.size() + 1,
                    cover.covered(),
                    cover.term(),
                    warranty.version() == 0 ? null : warranty.version(),
                    cover.reason()));
        }
        return quoted;
    }

    /// Lines that cost nobody but the brand anything.
    static List<WorkLine> free(List<Line> lines, String reason) {
        List<WorkLine> quoted = new ArrayList<>();
        for (Line line : judged(lines)) {
            quoted.add(line(line, quoted.size() + 1, true, null, null, reason));
        }
        return quoted;
    }

    private static WorkLine line(
            Line line, int position, boolean covered, @Nullable String term, @Nullable Integer version, String reason) {
        String part = text(line.part()).isEmpty() ? null : text(line.part());
        return new WorkLine(
                position,
                text(line.component()),
                text(line.words()),
                line.minutes(),
                part,
                line.quantity(),
                line.amount(),
                covered,
                term,
                version,
                reason,
                null,
                null,
                PartState.NONE);
    }

    private static List<Line> judged(List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw Problem.invalid("lines", null, "must be 1 to " + MAX_LINES);
        }
        for (int index = 0; index < lines.size(); index++) {
            Line line = lines.get(index);
            String where = "lines/" + index + "/";
            String component = text(line.component());
            refuse(
                    component.isEmpty() || component.length() > MAX_CODE,
                    where + "component",
                    "must be 1 to 64 characters");
            refuse(text(line.words()).length() > MAX_TEXT, where + "words", "may have 500 characters");
            refuse(text(line.part()).length() > MAX_CODE, where + "part", "may have 64 characters");
            refuse(outside(line.minutes(), MAX_MINUTES), where + "minutes", "must be 0 to " + MAX_MINUTES);
            refuse(outside(line.quantity(), MAX_QUANTITY), where + "quantity", "must be 0 to " + MAX_QUANTITY);
            refuse(outside(line.amount(), MAX_AMOUNT), where + "amount", "must be 0 to " + MAX_AMOUNT);
            boolean part = !text(line.part()).isEmpty();
            refuse(part != line.quantity() > 0, where + "quantity", "goes with a part, and a part with it");
        }
        return lines;
    }

    private static boolean outside(long value, long max) {
        return value < 0 || value > max;
    }

    private static void refuse(boolean bad, String where, String reason) {
        if (bad) {
            throw Problem.invalid(where, null, reason);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

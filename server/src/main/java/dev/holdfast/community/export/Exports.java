package dev.holdfast.community.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.Members;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of exports: files in CSV that are written as they are read.
///
/// Each page is as of when it is read, so what happens to a wish meanwhile is in its row or not. Nothing holds a
/// connection while somebody reads slowly.
public final class Exports {
    /// As many rows as a spreadsheet opens. The next file begins after the last of them.
    public static final int MAX_WISHES = 1_000_000;

    private static final int PAGE = Wishes.MAX_PAGE;

    private final Wishes wishes;
    private final WishSheet wishSheet;
    private final AnswerSheet answerSheet;
    private final PromiseSheet promiseSheet;
    private final Members members;
    private final TransactionTemplate transactions;

    Exports(
            Wishes wishes,
            Answers answers,
            Tallies tallies,
            Aliases aliases,
            Members members,
            TransactionTemplate transactions) {
        this.wishes = wishes;
        this.wishSheet = new WishSheet(tallies, aliases);
        this.answerSheet = new AnswerSheet(answers);
        this.promiseSheet = new PromiseSheet(answers);
        this.members = members;
        this.transactions = transactions;
    }

    /// What can be taken away.
    public enum File {
        WISHES,
        ANSWERS,
        PROMISES
    }

    /// Writes a file about wishes in the order of their numbers, and closes `to`.
    ///
    /// @param after the number of the last wish that is not in it; 0: from the first
    /// @param most wishes that it is about
    public void write(File file, long after, int most, String operator, OutputStream to) throws IOException {
        int left = Math.clamp(most, 1, MAX_WISHES);
        String detail = "wishes after " + after + ", at most " + left;
        transactions.executeWithoutResult(status -> members.audit(operator, "export_desk", Sheet.word(file), detail));
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
            write(sheet(file), after, left, csv);
        }
    }

    private void write(Sheet sheet, long after, int most, CsvWriter csv) {
        csv.writeRecord(sheet.columns());
        int left = most;
        long last = after;
        while (left > 0) {
            List<Wish> page = wishes.from(last, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            sheet.rows(page).forEach(csv::writeRecord);
            left -= page.size();
            last = page.getLast().number();
        }
    }

    private Sheet sheet(File file) {
        return switch (file) {
            case WISHES -> wishSheet;
            case ANSWERS -> answerSheet;
            case PROMISES -> promiseSheet;
        };
    }
}

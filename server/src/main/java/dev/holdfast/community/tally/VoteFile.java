package dev.holdfast.community.tally;

import dev.holdfast.community.wish.VoteJournal;
import dev.holdfast.community.wish.VoteRow;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.CheckedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The file of a cut-off: a line for each row of the journal up to it, written a page at a time, so that the
/// largest takes no more memory than the smallest and holds no connection while somebody reads slowly.
///
/// Times are those of the hour: whoever knows when somebody pressed would else know who they are. What is in
/// a file never changes, so the file of a later cut-off begins with that of an earlier one.
final class VoteFile {
    private static final String HEADER = "position,voter,change,at,merge\n";
    private static final int ROW_CHARACTERS = 48;

    private final CheckedFile file;
    private int votes;
    private int withdrawals;
    private Instant last = Instant.EPOCH;

    private VoteFile(OutputStream to) {
        this.file = new CheckedFile(to);
    }

    /// What came out of adding it.
    ///
    /// @param last when the latest row was written
    record Sums(int votes, int withdrawals, long bytes, String checksum, Instant last) {}

    static Sums write(VoteJournal journal, WishId wish, int upTo, OutputStream to) throws IOException {
        VoteFile file = new VoteFile(to);
        file.file.put(HEADER);
        int position = 0;
        while (position < upTo) {
            List<VoteRow> page = journal.page(wish, position, upTo);
            Check.that(
                    !page.isEmpty() && page.getFirst().position() == position + 1,
                    "The journal of wish %s has no row %s, and %s were counted.",
                    wish,
                    position + 1,
                    upTo);
            file.put(page);
            position = page.getLast().position();
        }
        return new Sums(file.votes, file.withdrawals, file.file.bytes(), file.file.checksum(), file.last);
    }

    private void put(List<VoteRow> page) throws IOException {
        StringBuilder text = new StringBuilder(page.size() * ROW_CHARACTERS);
        for (VoteRow row : page) {
            text.append(row.position()).append(',').append(row.voter()).append(',');
            text.append(row.change()).append(',').append(row.at().truncatedTo(ChronoUnit.HOURS));
            text.append(',');
            if (row.merge() != null) {
                text.append(row.merge());
            }
            text.append('\n');
            votes += row.change() > 0 ? 1 : 0;
            withdrawals += row.change() < 0 ? 1 : 0;
            last = row.at().isAfter(last) ? row.at() : last;
        }
        file.put(text.toString());
    }
}

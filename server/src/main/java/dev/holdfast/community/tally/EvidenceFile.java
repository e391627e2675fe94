package dev.holdfast.community.tally;

import dev.holdfast.community.integrity.Evidence;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.CheckedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// The file of what was noticed of votes: a line for each row of evidence, as [VoteFile] has one for each
/// vote.
final class EvidenceFile {
    private static final String HEADER = "number,position,signal,count,change,at\n";
    private static final int ROW_CHARACTERS = 56;

    private EvidenceFile() {}

    static CheckedFile write(Integrity integrity, WishId wish, int upTo, OutputStream to) throws IOException {
        CheckedFile file = new CheckedFile(to);
        file.put(HEADER);
        int number = 0;
        while (number < upTo) {
            List<Evidence> page = integrity.page(wish, number, upTo);
            Check.that(
                    !page.isEmpty() && page.getFirst().number() == number + 1,
                    "The evidence about wish %s has no row %s, and %s were counted.",
                    wish,
                    number + 1,
                    upTo);
            file.put(lines(page));
            number = page.getLast().number();
        }
        return file;
    }

    private static String lines(List<Evidence> page) {
        StringBuilder text = new StringBuilder(page.size() * ROW_CHARACTERS);
        for (Evidence row : page) {
            text.append(row.number()).append(',').append(row.position()).append(',');
            text.append(row.signal().name().toLowerCase(Locale.ROOT)).append(',');
            text.append(row.count()).append(',').append(row.change()).append(',');
            text.append(row.at().truncatedTo(ChronoUnit.HOURS)).append('\n');
        }
        return text.toString();
    }
}

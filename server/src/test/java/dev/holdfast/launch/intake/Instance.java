package dev.holdfast.launch.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A simulated server: what it keeps in memory of the line, between the batches that it commits.
final class Instance {
    private final PaperBook book;
    /// Brought forward by the journal alone; read from the checkpoint only at its start and after a crash.
    private @Nullable LineState known;

    Instance(PaperBook book) {
        this.book = book;
    }

    /// The line as it stands, under its lock.
    LineState current() {
        LineState held = known;
        if (held != null && held.sequence() != book.row.sequence()) {
            held = follow(held).orElse(null);
        }
        LineState state = held == null ? book.read() : held.with(book.row);
        known = state;
        return state;
    }

    private Optional<LineState> follow(LineState held) {
        List<Journal.Written> journal = book.journalAfter(held.sequence());
        if (book.breach == Breach.MISSES_A_BATCH) {
            journal = journal.stream()
                    .map(row -> row.sequence() % 5 == 0 ? new Journal.Written(row.sequence(), "[]") : row)
                    .toList();
        }
        return Journal.follow(held, journal);
    }

    Decision decide(List<Ask> asks, Instant clock, RandomGenerator random) {
        LineState state = current();
        return Batch.decide(state, book.facts(state, asks, clock), asks, clock, random);
    }

    void commit(Decision decision) {
        LineState before = current();
        if (!decision.changesNothing(before)) {
            book.apply(decision);
            known = decision.after();
        }
    }

    /// The server dies, and starts again knowing nothing.
    void crash() {
        known = null;
    }
}

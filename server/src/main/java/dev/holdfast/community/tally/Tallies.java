package dev.holdfast.community.tally;

import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.wish.VoteJournal;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.CheckedFile;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of tallies: what was published, and the file that anybody adds again.
public final class Tallies {
    public static final int MAX_PAGE = 100;

    private final TallyStore store;
    private final VoteJournal journal;
    private final Integrity integrity;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Tallies(
            TallyStore store,
            VoteJournal journal,
            Integrity integrity,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.integrity = integrity;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of asking for a total.
    ///
    /// @param replayed the very same was published before, and nothing was done
    public record Published(Tally tally, boolean replayed) {}

    /// Adds up all that there is by now.
    ///
    /// @throws Problem UNKNOWN when there is no such wish
    public Published publish(WishId wish, String operator) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Published published = publish(wish, Tally.Cause.ASKED);
            if (!published.replayed()) {
                Tally tally = published.tally();
                members.audit(
                        operator,
                        "publish_tally",
                        wish.toString(),
                        "tally " + tally.number() + " up to row " + tally.position() + ": " + tally.total());
            }
            return published;
        }));
    }

    /// Joins the running transaction, if there is one.
    public Published publish(WishId wish, Tally.Cause cause) {
        int position = journal.length(wish);
        int rows = integrity.length(wish);
        VoteWeights weights = integrity.weights();
        var before = store.at(wish, position, rows, weights.version());
        if (before.isPresent()) {
            return new Published(before.get(), true);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        VoteFile.Sums sums = write(wish, position, OutputStream.nullOutputStream());
        CheckedFile evidence = writeEvidence(wish, rows, OutputStream.nullOutputStream());
        long whole = (long) VoteWeights.WHOLE * (sums.votes() - sums.withdrawals());
        Tally.Weighted weighted = new Tally.Weighted(
                whole - integrity.lighter(wish, position, rows, weights),
                weights.version(),
                rows,
                evidence.checksum(),
                evidence.bytes());
        // Another instance's clock may be ahead of this one's.
        Instant cutAt = sums.last().isAfter(now) ? sums.last() : now;
        return Objects.requireNonNull(transactions.execute(status -> {
            boolean fresh = store.publish(wish, cause, position, sums, weighted, cutAt, now);
            journal.tallied(wish, position, rows, now);
            return new Published(
                    store.at(wish, position, rows, weights.version()).orElseThrow(), !fresh);
        }));
    }

    /// The latest first, before the given number.
    ///
    /// @throws Problem UNKNOWN when there is no such wish
    public List<Tally> of(WishId wish, long before, int limit) {
        journal.length(wish);
        return store.page(wish, before, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The total of a wish that was the latest at an instant; empty: none was published by then.
    public Optional<Tally> asOf(WishId wish, Instant at) {
        return store.asOf(wish, at);
    }

    /// The latest total of each of some wishes; nothing of one that has none.
    ///
    /// @param wishes at most [#MAX_PAGE]
    public List<Tally> latest(List<WishId> wishes) {
        Check.that(wishes.size() <= MAX_PAGE, "%s wishes are asked for at once.", wishes.size());
        return store.latest(wishes);
    }

    /// @throws Problem UNKNOWN
    public Tally find(WishId wish, long number) {
        journal.length(wish);
        return store.one(wish, number)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_tally", "Wish " + wish + " has no tally " + number + "."));
    }

    /// The file of a tally, read anew from the journal. It fits its checksum as long as nobody rewrote a row.
    public void export(Tally tally, OutputStream to) {
        write(tally.wish(), tally.position(), to);
    }

    /// The file of what was noticed of its votes.
    public void exportEvidence(Tally tally, OutputStream to) {
        writeEvidence(tally.wish(), tally.weighted().evidence(), to);
    }

    /// By which a tally was weighed.
    public VoteWeights weights(Tally tally) {
        return integrity.weights(tally.weighted().weights());
    }

    private CheckedFile writeEvidence(WishId wish, int upTo, OutputStream to) {
        try {
            return EvidenceFile.write(integrity, wish, upTo, to);
        } catch (IOException readerWentAway) {
            throw new UncheckedIOException(readerWentAway);
        }
    }

    private VoteFile.Sums write(WishId wish, int upTo, OutputStream to) {
        try {
            return VoteFile.write(journal, wish, upTo, to);
        } catch (IOException readerWentAway) {
            throw new UncheckedIOException(readerWentAway);
        }
    }
}

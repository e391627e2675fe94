package dev.holdfast.delivery.handover;

import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.handover.HandOverStore.Given;
import dev.holdfast.delivery.handover.HandOverStore.Row;
import dev.holdfast.delivery.handover.Verdict.Outcome;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.kernel.Photograph;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of hand-overs for those who make them, where the unit is and nowhere else.
///
/// A tablet keeps what was said until it hears what became of it, and sends it again. So whatever arrives
/// has an answer of its own, one that is refused keeps no other back, and what is known is not written
/// twice.
public final class HandOverDesk {
    /// Some hours without a connection.
    public static final int MAX_SAID = 200;

    static final int MAX_SAID_OF_ALL = 1_000;

    private final HandOverStore store;
    private final ChecklistStore checklists;
    private final Closing closing;
    private final Album album;
    private final Network network;
    private final Progress progress;
    private final Allocations allocations;
    private final Balances balances;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    HandOverDesk(
            HandOverStore store,
            ChecklistStore checklists,
            Closing closing,
            Album album,
            Network network,
            Progress progress,
            Allocations allocations,
            Balances balances,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.checklists = checklists;
        this.closing = closing;
        this.album = album;
        this.network = network;
        this.progress = progress;
        this.allocations = allocations;
        this.balances = balances;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Who hands over what: a member of the staff at their place, a unit to its order.
    public record Bench(String actor, String place, OrderId order, String serial) {}

    /// @param delivered whether nothing is missing any more
    /// @param quarantined whether the unit is to be handed to nobody, whatever was said
    public record Told(List<Verdict> verdicts, boolean delivered, boolean quarantined) {
        public Told {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// Takes what was said on a tablet, in any order and any number of times.
    ///
    /// @throws Problem FORBIDDEN when they do not work there, UNKNOWN when the unit is not there for the
    ///     order, CONFLICT when it has not begun and something is left to pay
    public Told tell(Bench bench, List<Said> said) {
        Given given = admit(bench);
        begin(bench);
        String member = Optional.ofNullable(
                        progress.members(List.of(bench.order())).get(bench.order()))
                .orElseThrow(() -> unknown(bench));
        Told told = Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            int version = checklists.version(bench.order().launch());
            Row row = store.begin(bench.order(), given.unit(), member, bench.place(), version, now);
            List<Verdict> verdicts = new ArrayList<>();
            int kept = store.said(row.number()).size();
            for (Said one : said) {
                Verdict verdict = take(bench, row, one, kept, now);
                kept += verdict.outcome() == Outcome.TAKEN ? 1 : 0;
                verdicts.add(verdict);
            }
            boolean closed = closing.close(row, bench.actor(), now);
            return new Told(verdicts, closed || row.deliveredAt() != null, given.quarantined());
        }));
        if (told.delivered()) {
            allocations.follow(bench.order().launch());
        }
        return told;
    }

    private Verdict take(Bench bench, Row row, Said said, int kept, Instant now) {
        Optional<Said> known = store.known(row.number(), said.id());
        if (known.isPresent()) {
            return known.get().equals(said) ? verdict(said, Outcome.KNOWN, "") : differs(said);
        }
        String fault = kept >= MAX_SAID_OF_ALL ? "too_many" : Judging.fault(said, now);
        if (!fault.isEmpty()) {
            return verdict(said, Outcome.REFUSED, fault);
        }
        if (!store.say(row.number(), said, bench.actor(), bench.place(), now)) {
            return differs(said);
        }
        String detail = said.good() == null ? said.subject() : said.subject() + (said.good() ? " good" : " not good");
        network.act(bench.actor(), bench.place(), "hand_over_" + said.kind().word(), bench.order(), detail);
        return verdict(said, Outcome.TAKEN, "");
    }

    private static Verdict differs(Said said) {
        return verdict(said, Outcome.REFUSED, "differs");
    }

    private static Verdict verdict(Said said, Outcome outcome, String reason) {
        return new Verdict(said.id(), outcome, reason);
    }

    /// Keeps a photo; the same once more changes nothing.
    ///
    /// @param point that it belongs to; empty: none
    /// @throws Problem as [#tell]; INVALID when it is no photo, CONFLICT when there are too many
    public Photo put(Bench bench, String id, String point, Instant at, byte[] bytes) {
        Given given = admit(bench);
        begin(bench);
        String type = Photograph.of(bytes).type();
        Instant now = clock.instant();
        Photo photo = new Photo(Photograph.id(id), Album.point(point), type, Album.time(at, now), bench.actor());
        String member = Optional.ofNullable(
                        progress.members(List.of(bench.order())).get(bench.order()))
                .orElseThrow(() -> unknown(bench));
        boolean closed = Objects.requireNonNull(transactions.execute(status -> {
            int version = checklists.version(bench.order().launch());
            Row row = store.begin(bench.order(), given.unit(), member, bench.place(), version, now);
            if (album.add(row.number(), photo, bytes, now)) {
                network.act(bench.actor(), bench.place(), "hand_over_photo", bench.order(), photo.point());
            }
            return closing.close(row, bench.actor(), now);
        }));
        if (closed) {
            allocations.follow(bench.order().launch());
        }
        return photo;
    }

    /// How a hand-over stands; one that has not begun has nothing but a checklist.
    ///
    /// @throws Problem FORBIDDEN, UNKNOWN
    public HandOver look(Bench bench) {
        Given given = admit(bench);
        return album.look(bench.order(), given.serial(), bench.place());
    }

    /// @throws Problem FORBIDDEN, UNKNOWN, INVALID
    public Photograph photo(Bench bench, String id) {
        admit(bench);
        return album.content(bench.order(), Photograph.id(id));
    }

    private Given admit(Bench bench) {
        network.admit(bench.actor(), bench.place());
        return store.given(bench.order(), bench.serial(), bench.place())
                .filter(given -> bench.place().equals(Network.CENTRE + given.region()) || given.booked())
                .orElseThrow(() -> unknown(bench));
    }

    /// One that has begun goes on, and ends once all is paid: a tablet loses nothing that was said on it.
    private void begin(Bench bench) {
        boolean begun = store.latest(bench.order())
                .filter(row -> row.serial().equals(bench.serial()))
                .isPresent();
        if (!begun) {
            balances.admit(bench.order());
        }
    }

    private static Problem unknown(Bench bench) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_hand_over",
                "Unit '" + bench.serial() + "' is not at '" + bench.place() + "' for order '" + bench.order() + "'.");
    }
}

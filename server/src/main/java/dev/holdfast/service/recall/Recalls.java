package dev.holdfast.service.recall;

import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.delivery.unit.Quarantines;
import dev.holdfast.delivery.unit.Traced;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import dev.holdfast.service.quality.IncidentAct;
import dev.holdfast.service.quality.Incidents;
import dev.holdfast.service.quality.QualityProblems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of recalls: in one act from lots to units to those who have them, and from there until all is
/// remedied.
public final class Recalls {
    public static final int MAX_PAGE = 500;
    /// More would be no lot any more but all that was ever built.
    static final int MAX_UNITS = 200_000;

    static final int MAX_SHOWN = 100;
    static final int MAX_WORDS = 1_000;
    static final int MAX_CONTACTS = 100;

    private final RecallStore store;
    private final RecallUnitStore unitStore;
    private final RemedyStore remedies;
    private final Remedying remedying;
    private final RemedyNotes notes;
    private final RecallNews news;
    private final Fleet fleet;
    private final Units units;
    private final Quarantines quarantines;
    private final Incidents incidents;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Recalls(
            RecallStore store,
            RecallUnitStore unitStore,
            RemedyStore remedies,
            Remedying remedying,
            RemedyNotes notes,
            RecallNews news,
            Fleet fleet,
            Units units,
            Quarantines quarantines,
            Incidents incidents,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.unitStore = unitStore;
        this.remedies = remedies;
        this.remedying = remedying;
        this.notes = notes;
        this.news = news;
        this.fleet = fleet;
        this.units = units;
        this.quarantines = quarantines;
        this.incidents = incidents;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Calls back all that was made of some lots: lists it with whoever has it, stops what nobody has yet,
    /// and writes to every owner; all of it, or nothing. A drill lists, and does nothing else.
    ///
    /// @throws Problem UNKNOWN when there is no such launch, lot or incident; INVALID; CONFLICT when the
    ///     incident is closed
    public Recall begin(String slug, NewRecall wanted, String actor) {
        launch.look(slug);
        NewRecall told = wanted.check();
        if (told.incident() != null) {
            incidents.look(told.incident());
        }
        told.lots().stream().filter(lot -> !units.knows(lot)).findFirst().ifPresent(lot -> {
            throw Units.unknownLot(lot);
        });
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!told.drill()) {
                told.lots().forEach(lot -> stop(lot, actor));
            }
            long begun = System.nanoTime();
            List<Traced> traced = fleet.madeOf(told.lots(), MAX_UNITS + 1);
            Duration listed = Duration.ofNanos(System.nanoTime() - begun);
            if (traced.size() > MAX_UNITS) {
                throw QualityProblems.invalid("lots", "are of more than " + MAX_UNITS + " units: name some of fewer");
            }
            Instant now = clock.instant();
            int number = store.begin(slug, told, now, listed, actor);
            unitStore.list(number, traced);
            members.audit(
                    actor,
                    told.drill() ? "drill_recall" : "begin_recall",
                    String.valueOf(number),
                    traced.size() + " units of " + String.join(", ", told.lots()));
            if (!told.drill()) {
                tell(number, told, traced, actor);
            }
            return look(number);
        }));
    }

    private void stop(String lot, String actor) {
        boolean stopped = quarantines.all().stream().anyMatch(one -> one.releasedAt() == null && lot.equals(one.lot()));
        if (!stopped) {
            quarantines.stopLot(lot, "recall", actor);
        }
    }

    private void tell(int number, NewRecall told, List<Traced> traced, String actor) {
        if (told.incident() != null) {
            incidents.step(told.incident(), IncidentAct.RECALLED, "recall " + number, actor);
        }
        Map<String, Reached> reached = news.tell(number, told, traced);
        if (!reached.isEmpty()) {
            unitStore.contact(number, Way.MAIL, reached, clock.instant(), "recall", "");
        }
    }

    /// Writes down an attempt to reach an owner in another way than by mail.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT when it is closed
    public RecallUnit contact(int number, Contact made, String actor) {
        if (!made.way().told() || made.outcome() == Reached.QUEUED || made.outcome() == Reached.SENT) {
            throw QualityProblems.invalid(
                    "way", "must be phone, post or visit: letters and what owners do are noted by themselves");
        }
        if (!made.words().isEmpty()) {
            QualityProblems.text("words", made.words(), MAX_WORDS);
        }
        return act(number, made.serial(), unit -> {
            if (unit.contacts().size() >= MAX_CONTACTS) {
                throw QualityProblems.invalid("serial", "has " + MAX_CONTACTS + " attempts on record");
            }
            Map<String, Reached> outcome = Map.of(made.serial(), made.outcome());
            unitStore.contact(number, made.way(), outcome, clock.instant(), actor, made.words());
            members.audit(
                    actor,
                    "contact_owner",
                    made.serial(),
                    "recall " + number + ", " + made.way().word());
        });
    }

    /// The remedy was made; whatever stopped the unit lets it go, and nobody has to come with it any more. The same
    /// once more changes nothing.
    ///
    /// @param place where
    /// @throws Problem UNKNOWN; INVALID; CONFLICT when it is closed
    public RecallUnit remedy(int number, String serial, String place, String actor) {
        QualityProblems.line("place", place);
        return act(number, serial, unit -> {
            remedying.spare(remedies.lock(number, serial), look(number).told().parts(), actor);
            notes.note(number, serial, place, actor, clock.instant());
        });
    }

    private interface Doing {
        void to(RecallUnit unit);
    }

    private RecallUnit act(int number, String serial, Doing doing) {
        Recall recall = look(number);
        if (recall.closedAt() != null) {
            throw Refused.closed(recall);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            doing.to(unit(number, serial));
            return unit(number, serial);
        }));
    }

    private RecallUnit unit(int number, String serial) {
        return unitStore
                .find(number, serial)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unit_not_recalled",
                        "Unit '" + serial + "' is not among those of recall " + number + "."));
    }

    /// Nobody else is to be reached, whether all was remedied or not: the curve says how far it came.
    ///
    /// @throws Problem UNKNOWN; CONFLICT when it was closed before
    public Recall close(int number, String actor) {
        Recall recall = look(number);
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!store.close(number, clock.instant())) {
                throw Refused.closed(recall);
            }
            members.audit(actor, "close_recall", String.valueOf(number), recall.remedied() + " of " + recall.units());
            return look(number);
        }));
    }

    /// @throws Problem UNKNOWN
    public Recall look(int number) {
        return store.find(number).orElseThrow(() -> Refused.unknown(number));
    }

    /// Those of a launch's room, drills among them, the latest first.
    public List<Recall> all(String slug) {
        launch.look(slug);
        return store.all(slug, MAX_SHOWN);
    }

    /// @param unreached only those whose owners are still to be reached
    /// @param after the serial number of the last one of the page before; empty: from the beginning
    public List<RecallUnit> units(int number, boolean unreached, String after, int limit) {
        look(number);
        return unitStore.page(number, unreached, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// How many were remedied on each day on which any was.
    public SortedMap<LocalDate, Integer> curve(int number) {
        return store.curve(number);
    }

    /// A recall as the owner of one of its units sees it.
    public record Own(Recall recall, RecallUnit unit) {}

    /// What concerns the unit of an order, without drills.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks
    public List<Own> of(OrderId order, Asker asker) {
        launch.order(order, asker);
        return store.ofOrder(order.value()).stream()
                .flatMap(recall ->
                        unitStore.ofOrder(recall.number(), order).stream().map(unit -> new Own(recall, unit)))
                .toList();
    }
}

package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Quarantine;
import dev.holdfast.delivery.unit.QuarantinedUnit;
import dev.holdfast.delivery.unit.Quarantines;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.MasterRows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of stops: in one act nobody is handed a lot any more, plans count on it no more, and those
/// whose it is are told. Orders whose unit was stopped are back in line when units are given next, a few
/// seconds later.
public final class Stops {
    private static final String SOURCE = "quality";

    private final StopStore store;
    private final StopNews news;
    private final Incidents incidents;
    private final Quarantines quarantines;
    private final MasterData supply;
    private final Launch launch;
    private final TransactionTemplate transactions;

    Stops(
            StopStore store,
            StopNews news,
            Incidents incidents,
            Quarantines quarantines,
            MasterData supply,
            Launch launch,
            TransactionTemplate transactions) {
        this.store = store;
        this.news = news;
        this.incidents = incidents;
        this.quarantines = quarantines;
        this.supply = supply;
        this.launch = launch;
        this.transactions = transactions;
    }

    /// All of it, or nothing.
    ///
    /// @param slug the launch whose supply falls; units are stopped in every launch
    /// @throws Problem UNKNOWN when there is no such launch, unit or incident; INVALID, also when supply
    ///     knows nothing of the component; CONFLICT when the incident is closed
    public Stop stop(String slug, NewStop wanted, String actor) {
        launch.look(slug);
        NewStop stop = wanted.check();
        if (stop.incident() != null) {
            incidents.look(stop.incident());
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            String cause = Objects.requireNonNull(stop.words().get("en"));
            Quarantine quarantine = stop.lot() == null
                    ? quarantines.stopUnits(stop.units(), cause, actor)
                    : quarantines.stopLot(stop.lot(), cause, actor);
            int number = quarantine.number();
            store.begin(number, slug, stop);
            if (stop.supply() != null && stop.lot() != null) {
                tell(slug, number, stop.lot(), stop.supply(), "stop", actor);
            }
            if (stop.incident() != null) {
                incidents.step(stop.incident(), IncidentAct.STOPPED, "quarantine " + number, actor);
            }
            eachPage(number, page -> news.stopped(number, stop.words(), page));
            return look(number);
        }));
    }

    /// Lets everything go that it stopped, and says so to those who were told.
    ///
    /// @param words what is told to them, by language
    /// @throws Problem UNKNOWN; INVALID; CONFLICT when it was released before
    public Stop release(int number, Map<String, String> words, String actor) {
        Map<String, String> told = QualityProblems.texts("words", words, NewStop.MAX_WORDS);
        return Objects.requireNonNull(transactions.execute(status -> {
            Stop stop = look(number);
            Quarantine released = quarantines.release(number, actor);
            NewStop.Stock stock = stop.supply();
            if (stock != null && released.lot() != null) {
                tell(stop.launch(), number, released.lot(), new NewStop.Stock(stock.component(), 0), "release", actor);
            }
            if (stop.incident() != null) {
                incidents.step(stop.incident(), IncidentAct.RELEASED, "quarantine " + number, actor);
            }
            eachPage(number, page -> news.released(number, told, page));
            return look(number);
        }));
    }

    private void tell(String slug, int number, String lot, NewStop.Stock stock, String act, String actor) {
        supply.tell(
                slug,
                new MasterRows.Objects(List.of(Map.of(
                        "type",
                        "quarantine",
                        "id",
                        act + "-" + number,
                        "component",
                        stock.component(),
                        "lot",
                        lot,
                        "quantity",
                        String.valueOf(stock.quantity())))),
                SOURCE,
                actor);
    }

    private interface Paged {
        void take(List<QuarantinedUnit> page);
    }

    private void eachPage(int number, Paged paged) {
        List<QuarantinedUnit> page = List.of();
        do {
            long after = page.isEmpty() ? 0 : page.getLast().number();
            page = quarantines.units(number, after, Units.MAX_PAGE);
            paged.take(page);
        } while (page.size() == Units.MAX_PAGE);
    }

    /// @throws Problem UNKNOWN
    public Stop look(int number) {
        return store.find(number)
                .map(this::stop)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_quarantine", "There is no quarantine " + number + "."));
    }

    /// Those of a launch, the latest first.
    public List<Stop> all(String slug) {
        launch.look(slug);
        return store.all(slug, Quarantines.MAX_SHOWN).stream().map(this::stop).toList();
    }

    private Stop stop(StopStore.Row row) {
        return new Stop(quarantines.look(row.quarantine()), row.launch(), row.words(), row.incident(), row.supply());
    }

    /// The units it stopped, as they stood then.
    public List<QuarantinedUnit> units(int number, long after, int limit) {
        look(number);
        return quarantines.units(number, after, limit);
    }

    /// What is told to somebody about a unit of theirs; empty: nothing stops it.
    public Optional<Map<String, String>> wordsOf(String serial) {
        return quarantines.of(serial).stream()
                .flatMap(one -> store.find(one.number()).stream())
                .map(StopStore.Row::words)
                .findFirst();
    }
}

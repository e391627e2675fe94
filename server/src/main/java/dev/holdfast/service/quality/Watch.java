package dev.holdfast.service.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at every launch's faults once a day, and opens an incident where there are too many for chance.
///
/// Units that have an open incident raise no other. Once theirs is closed, what was found before it counts
/// no more: they raise another only for what came after.
final class Watch {
    private final FaultStore store;
    private final IncidentStore incidentStore;
    private final Incidents incidents;
    private final Counting counting;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Watch(
            FaultStore store,
            IncidentStore incidentStore,
            Incidents incidents,
            Counting counting,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.incidentStore = incidentStore;
        this.incidents = incidents;
        this.counting = counting;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return false: a look finds all there is to be found
    boolean round() {
        store.due(clock.instant().minus(Faults.LOOK)).forEach(this::look);
        return false;
    }

    /// @return how many incidents it opened
    int look(String launch) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            Duration sinceLook = Duration.between(store.lock(launch, now.minus(Faults.LOOK)), now);
            if (sinceLook.compareTo(Faults.LOOK) < 0) {
                return 0;
            }
            List<String> components = store.components(launch, Faults.MAX_COMPONENTS);
            Counting.Ground ground = counting.ground(launch, components.size(), sinceLook, now);
            int opened = 0;
            for (String component : components) {
                opened += look(ground, component);
            }
            store.looked(launch, now);
            return opened;
        }));
    }

    private int look(Counting.Ground ground, String component) {
        int opened = 0;
        for (Rates.Row row : counting.rates(ground, component, Instant.EPOCH).rows()) {
            if (row.alarming() && alarmingSince(ground, component, row.cell())) {
                Cell cell = row.cell();
                Alarm alarm =
                        new Alarm(cell.by(), cell.value(), cell.faults(), row.expected(), row.chance(), row.allowed());
                opened += incidents.raise(ground.launch(), component, alarm) ? 1 : 0;
            }
        }
        return opened;
    }

    /// Whether it would be without what was known when its last incident was closed.
    private boolean alarmingSince(Counting.Ground ground, String component, Cell cell) {
        return incidentStore
                .closedAt(ground.launch(), component, cell)
                .map(since -> counting.rates(ground, component, since).by(cell.by()).stream()
                        .anyMatch(row -> row.cell().value().equals(cell.value()) && row.alarming()))
                .orElse(true);
    }
}

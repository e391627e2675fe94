package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.delivery.unit.Fleet.Kind;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.service.ticket.Finding;
import dev.holdfast.service.ticket.Tickets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts what diagnoses of tickets found: each finding once, and of a ticket the last.
final class TicketFaults {
    private static final int MAX = 500;
    private static final String ACTOR = "tickets";

    private final FaultStore store;
    private final Tickets tickets;
    private final Fleet fleet;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    TicketFaults(
            FaultStore store,
            Tickets tickets,
            Fleet fleet,
            Launch launch,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.tickets = tickets;
        this.fleet = fleet;
        this.launch = launch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return whether there may be more
    boolean round() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            List<Finding> findings = tickets.findings(store.followed(), MAX);
            if (findings.isEmpty()) {
                return false;
            }
            Map<String, Map<Long, Finding>> last = new TreeMap<>();
            findings.forEach(one ->
                    last.computeIfAbsent(slug(one), none -> new TreeMap<>()).put(one.ticket(), one));
            last.forEach((slug, ofTickets) -> count(slug, List.copyOf(ofTickets.values())));
            store.follow(findings.getLast().number());
            return findings.size() == MAX;
        }));
    }

    private String slug(Finding finding) {
        return launch.order(finding.order(), new Asker(ACTOR, true)).order().launch();
    }

    private void count(String slug, List<Finding> findings) {
        Map<String, Kind> kinds = fleet
                .kinds(slug, findings.stream().map(Finding::serial).toList())
                .stream()
                .collect(Collectors.toMap(Kind::serial, kind -> kind));
        List<Fault> faults = findings.stream()
                .filter(one -> kinds.containsKey(one.serial()))
                .map(one -> fault(one, Objects.requireNonNull(kinds.get(one.serial()))))
                .toList();
        store.replace(slug, faults, clock.instant(), ACTOR);
    }

    private static Fault fault(Finding finding, Kind kind) {
        return new Fault(
                "ticket " + finding.ticket(),
                Source.TICKET,
                finding.serial(),
                kind.configuration(),
                kind.builtOn(),
                finding.component(),
                finding.symptom(),
                finding.at());
    }
}

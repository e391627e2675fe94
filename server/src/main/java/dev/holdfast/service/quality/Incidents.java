package dev.holdfast.service.quality;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.service.quality.Incident.Step;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of incidents: what is suspected, what was found out, and what was done.
public final class Incidents {
    public static final int MAX_PAGE = 100;
    static final int MAX_STEPS = 500;
    static final int MAX_WORDS = 2_000;

    private final IncidentStore store;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Incidents(
            IncidentStore store,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @throws Problem UNKNOWN when there is no such launch; INVALID
    public Incident open(String slug, NewIncident told, String actor) {
        launch.look(slug);
        NewIncident checked = told.check();
        return Objects.requireNonNull(transactions.execute(status -> {
            int number = store.open(slug, checked, null).orElseThrow();
            store.subjects(number, "LOT", checked.lots());
            store.subjects(number, "UNIT", checked.units());
            store.step(number, new Step(IncidentAct.OPENED, clock.instant(), actor, checked.words()));
            members.audit(actor, "open_incident", String.valueOf(number), checked.component());
            return look(number);
        }));
    }

    /// One that raises itself; nobody's act.
    ///
    /// @return false: the same units have one that is not closed
    boolean raise(String slug, String component, Alarm alarm) {
        String words = "%d found where %.1f were to be expected".formatted(alarm.faults(), alarm.expected());
        String symptom = alarm.by().word() + " " + alarm.value();
        NewIncident raised =
                new NewIncident(Source.RATE, component, symptom, Severity.MAJOR, words, List.of(), List.of());
        return store.open(slug, raised, alarm)
                .map(number -> {
                    if (alarm.by() == By.LOT) {
                        store.subjects(number, "LOT", List.of(alarm.value()));
                    }
                    store.step(number, new Step(IncidentAct.OPENED, clock.instant(), "watch", words));
                    return true;
                })
                .orElse(false);
    }

    /// Confirms it, closes it, or notes what was found out; why is said.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `incident_state`
    public Incident act(int number, IncidentAct act, String words, String actor) {
        if (act != IncidentAct.CONFIRMED && act != IncidentAct.CLOSED && act != IncidentAct.NOTED) {
            throw QualityProblems.invalid("act", "must be confirmed, closed or noted");
        }
        return step(number, act, QualityProblems.text("words", words, MAX_WORDS), actor);
    }

    /// What another act of the desk did about it, in the running transaction or its own.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `incident_state`
    public Incident step(int number, IncidentAct act, String words, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Incident incident = store.lock(number).orElseThrow(() -> QualityProblems.unknownIncident(number));
            if (!act.follows(incident.state())) {
                throw QualityProblems.closed(incident, act);
            }
            if (incident.steps().size() >= MAX_STEPS) {
                throw QualityProblems.invalid("words", "cannot be taken: " + MAX_STEPS + " steps are on record");
            }
            store.step(number, new Step(act, clock.instant(), actor, words));
            if (act == IncidentAct.CONFIRMED || act == IncidentAct.CLOSED) {
                store.state(number, IncidentState.valueOf(act.name()));
            }
            members.audit(actor, "incident_" + act.word(), String.valueOf(number), "");
            return look(number);
        }));
    }

    /// @throws Problem UNKNOWN
    public Incident look(int number) {
        return store.find(number).orElseThrow(() -> QualityProblems.unknownIncident(number));
    }

    /// What is not closed first, then the latest.
    ///
    /// @param state null: any
    public List<Incident> all(String slug, @Nullable IncidentState state, int limit) {
        launch.look(slug);
        return store.page(slug, state, Math.clamp(limit, 1, MAX_PAGE));
    }
}

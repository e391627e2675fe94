package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Resupplied;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.campaign.CourseStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The operators' desk: creates a launch and changes it as a whole. Each act takes the line's lock, so it falls between
/// two batches and never into one.
public final class Desk {
    /// What an operator does to a launch, under its line's lock.
    private interface Act {
        void on(Connection connection, LineState state, Instant now) throws SQLException;
    }

    static final String DEFINED = "defined";
    static final String OPENED = "opened";
    static final String CLOSED = "closed";
    static final String PAUSED = "paused";
    static final String RESUMED = "resumed";
    static final String DECIDED = "campaign_decided";
    static final String PLAN_PUBLISHED = "plan_published";

    /// Causes for reading a line anew that leave every order the promise that it has.
    static final Set<String> MOVES_NOBODY = Set.of(DEFINED, OPENED, CLOSED, PAUSED, RESUMED, DECIDED);

    private final LaunchStore store;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Supplies supplies;
    private final InstantSource clock;
    /// Launches are never removed or renamed, so what was once found stays true.
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    private final Set<Integer> found = ConcurrentHashMap.newKeySet();

    public Desk(JdbcTemplate jdbc, TransactionTemplate transactions, Supplies supplies, InstantSource clock) {
        this.store = new LaunchStore(JdbcClient.create(jdbc));
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.supplies = supplies;
        this.clock = clock;
    }

    public Optional<Integer> number(String slug) {
        Integer known = numbers.get(slug);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Integer> number = store.number(slug);
        number.ifPresent(existing -> numbers.put(slug, existing));
        return number;
    }

    public boolean exists(int launch) {
        if (found.contains(launch)) {
            return true;
        }
        found.addAll(store.all());
        return found.contains(launch);
    }

    public List<Integer> all() {
        return store.all();
    }

    /// Creates the launch or changes it.
    ///
    /// @param trace writes down who did it, in the same transaction
    /// @return true when it was created
    public boolean define(String slug, LaunchDefinition definition, Runnable trace) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            store.oneCreates();
            Optional<Integer> existing = store.number(slug);
            trace.run();
            if (existing.isEmpty()) {
                campaign(store.create(slug, definition), definition);
                return true;
            }
            change(existing.get(), DEFINED, (connection, state, now) -> {
                refuseBreaking(state, definition);
                store.change(state.launch(), definition);
                campaign(state.launch(), definition);
            });
            return false;
        }));
    }

    public void open(int launch, Runnable trace) {
        act(launch, OPENED, trace, (connection, state, now) -> {
            Instant closesAt = state.definition().closesAt();
            if (closesAt != null && !now.isBefore(closesAt)) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "launch_over",
                        "This launch's closesAt, " + closesAt + ", has gone by. Set a later one, or null, then open.");
            }
            if (state.stateAt(now) != LaunchView.State.OPEN || state.paused()) {
                store.opened(launch, now);
            }
        });
    }

    public void close(int launch, Runnable trace) {
        act(launch, CLOSED, trace, (connection, state, now) -> {
            CampaignChange.refuseClosing(state);
            if (state.closedAt() == null) {
                store.closed(launch, now);
            }
        });
    }

    /// Holds new orders back until [#resume]; those that were taken go on.
    public void pause(int launch, Runnable trace) {
        act(launch, PAUSED, trace, (connection, state, now) -> {
            if (!state.paused()) {
                store.paused(launch, now);
            }
        });
    }

    public void resume(int launch, Runnable trace) {
        act(launch, RESUMED, trace, (connection, state, now) -> store.resumed(launch));
    }

    /// Puts a new supply in force. Joins the running transaction.
    public Resupplied resupply(int launch, Map<String, Curve> curves, String reason) {
        return jdbc.execute(
                (Connection connection) -> Resupply.run(connection, supplies, launch, curves, clock.instant(), reason));
    }

    /// Locks the line until the running transaction ends.
    public void lock(int launch) {
        jdbc.execute((Connection connection) -> LineStore.lock(connection, launch));
    }

    private void campaign(int launch, LaunchDefinition definition) {
        Instant endsAt = definition.closesAt();
        if (definition.campaign() != null && endsAt != null) {
            jdbc.execute((Connection connection) -> {
                CourseStore.define(connection, launch, endsAt);
                return true;
            });
        }
    }

    private void act(int launch, String cause, Runnable trace, Act act) {
        transactions.executeWithoutResult(status -> {
            trace.run();
            change(launch, cause, act);
        });
    }

    private void change(int launch, String cause, Act act) {
        jdbc.execute((Connection connection) -> {
            LineRow row = LineStore.lock(connection, launch);
            LineState state = LineStore.read(connection, launch, supplies).with(row);
            Instant now = Line.notBefore(clock.instant(), state);
            act.on(connection, state, now);
            LineStore.reset(connection, state.at(row.sequence() + 1), now, cause);
            return true;
        });
    }

    private void refuseBreaking(LineState state, LaunchDefinition to) {
        List<Fault> faults = new ArrayList<>();
        LaunchDefinition from = state.definition();
        Consumer<Fault> fault = faults::add;
        if (state.positions() > 0 && !from.currency().equals(to.currency())) {
            fault.accept(new Fault(
                    "currency", to.currency(), state.positions() + " orders were taken in " + from.currency()));
        }
        for (LaunchDefinition.Offer offer : from.offers()) {
            long live = state.tally(offer.id()).live();
            if (live > 0 && to.offer(offer.id()).isEmpty()) {
                fault.accept(new Fault("offers", offer.id(), live + " live orders are for this offer"));
            }
        }
        refuseBreakingRegions(state, to, fault);
        CampaignChange.refuseBreaking(state, to, fault);
        refuseBreakingWaitlist(state, to, fault);
        if (!faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "launch_change_breaks_orders",
                    "This change would break orders already taken, so nothing was changed: "
                            + faults.getFirst().where() + " "
                            + faults.getFirst().value() + ": "
                            + faults.getFirst().reason() + ". Keep what orders rely on, and change the rest.",
                    faults);
        }
    }

    private void refuseBreakingRegions(LineState state, LaunchDefinition to, Consumer<Fault> fault) {
        for (String region : store.regionsInUse(state.launch())) {
            if (to.region(region).isEmpty()) {
                fault.accept(new Fault("regions", region, "live orders are to be delivered there"));
            } else if (to.transitWeeks(region) != state.definition().transitWeeks(region)) {
                fault.accept(new Fault(
                        "regions",
                        region,
                        "live orders were promised with transitWeeks "
                                + state.definition().transitWeeks(region)));
            }
        }
        // With the first region goes the meaning of an order without one.
        if (state.positions() > 0
                && state.definition().regions().isEmpty()
                && !to.regions().isEmpty()) {
            fault.accept(new Fault("regions", to.regions().getFirst().id(), "orders were taken without a region"));
        }
    }

    private void refuseBreakingWaitlist(LineState state, LaunchDefinition to, Consumer<Fault> fault) {
        boolean refusesNow =
                state.definition().beyondSupply() == BeyondSupply.WAITLIST && to.beyondSupply() == BeyondSupply.REFUSE;
        long waitlisted = refusesNow ? store.waitlisted(state.launch()) : 0;
        if (waitlisted > 0) {
            fault.accept(new Fault("beyondSupply", "refuse", waitlisted + " orders are on the waiting list"));
        }
    }
}

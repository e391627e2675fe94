package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition.Region;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.member.Members;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of allocation: which order has which unit, why, and what may change that.
public final class Allocations {
    /// Nobody keeps a place for longer than cars are sold.
    static final int MAX_DAYS = 365;

    private final Round round;
    private final OrderTeller teller;
    private final SupplyTeller supply;
    private final Turn turn;
    private final GivingStore store;
    private final StandingStore standings;
    private final UnitStore units;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Allocations(
            Round round,
            OrderTeller teller,
            SupplyTeller supply,
            Turn turn,
            GivingStore store,
            StandingStore standings,
            UnitStore units,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.round = round;
        this.teller = teller;
        this.supply = supply;
        this.turn = turn;
        this.store = store;
        this.standings = standings;
        this.units = units;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param given orders that got a unit just now
    /// @param takenBack units taken back from orders that left, that postpone, or whose unit was damaged
    public record Allocated(int given, int takenBack) {}

    /// Gives the units of a launch at once, moves its orders on and tells supply what is stopped; the clock
    /// does the same every few seconds.
    public Allocated allocate(String slug, String actor) {
        int number = launch.number(slug);
        transactions.executeWithoutResult(status -> {
            turn.change(number);
            members.audit(actor, "allocate_units", slug, "");
        });
        Round.Result result = round.give(number, slug);
        teller.tell(number);
        supply.tellAll();
        return new Allocated(result.given(), result.takenBack());
    }

    /// Moves orders on whose units went on, at once; the clock does the same every few seconds. Not in a
    /// transaction: the line decides in batches of its own.
    public void follow(int launch) {
        teller.tell(launch);
    }

    /// How each configuration and region stood when units were given last.
    public List<Standing> standings(String slug) {
        return standings.all(launch.number(slug));
    }

    /// How those stand who want what the order is for, where it is to be delivered.
    public Optional<Standing> standingOf(Order order) {
        List<Region> regions = launch.look(order.launch()).definition().regions();
        String home = regions.isEmpty() ? "" : regions.getFirst().id();
        String region = order.region() == null ? home : order.region();
        return standings.all(order.id().launch()).stream()
                .filter(one -> one.configuration().equals(order.offer())
                        && one.region().equals(region))
                .findFirst();
    }

    /// The order's fan wants it later: it gives its unit to whoever is next, and keeps its place in line. A
    /// day that has come ends it.
    ///
    /// @param until a day as in ISO 8601
    /// @throws Problem UNKNOWN when there is no such order for the one who asks, CONFLICT when it is not
    ///     locked or was handed over, INVALID when the day cannot be
    public LocalDate postpone(OrderId id, String until, Asker asker) {
        Order order = launch.order(id, asker).order();
        boolean waits =
                order.state().compareTo(OrderState.LOCKED) >= 0 && order.state().compareTo(OrderState.DELIVERED) < 0;
        if (!waits) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "cannot_postpone",
                    "The order is " + order.state() + ": only one that is locked and not yet handed over can wait.");
        }
        LocalDate today = clock.instant()
                .atZone(launch.look(order.launch()).definition().timeZone())
                .toLocalDate();
        LocalDate day = day(until, today);
        boolean own = order.member().equals(asker.member());
        transactions.executeWithoutResult(status -> {
            turn.change(id.launch());
            store.postpone(id, day, clock.instant(), own ? "member" : asker.member());
            if (!own) {
                members.audit(asker.member(), "postpone_order", id.toString(), day.toString());
            }
        });
        return day;
    }

    private static LocalDate day(String text, LocalDate today) {
        String range = "must be a day from " + today + " to " + today.plusDays(MAX_DAYS);
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(today) && !day.isAfter(today.plusDays(MAX_DAYS))) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Told below.
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'until' " + range + ".",
                List.of(new Fault("until", text, range)));
    }

    /// The unit an order has; its history is at [Units#of].
    public Optional<Unit> unitOf(OrderId order) {
        return units.ofOrder(order);
    }
}

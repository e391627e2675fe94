package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.launch.Verdict;
import dev.holdfast.launch.campaign.Course;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.ledger.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A line while one batch works on it. Whatever changes who stands where goes through here, so that the count by
/// state, the supply, the journal and the rows cannot tell different stories.
final class Line {
    final LineState before;
    final LaunchDefinition definition;
    final Facts facts;
    final Instant now;
    final LocalDate week;
    final Writes writes = new Writes();
    private final SupplyLine supply;
    private final Map<String, Tally> tallies;
    private final RandomGenerator random;
    private long positions;
    private long entries;
    private long payments;
    private Instant lastPayBefore;

    Line(LineState before, Facts facts, Instant clock, RandomGenerator random) {
        this.before = before;
        this.definition = before.definition();
        this.facts = facts;
        this.now = notBefore(clock, before);
        this.week = before.weekAt(now);
        this.supply = before.supply().copy();
        this.tallies = new HashMap<>(before.tallies());
        this.random = random;
        this.positions = before.positions();
        this.entries = before.entries();
        this.payments = before.payments();
        this.lastPayBefore = before.lastPayBefore();
    }

    /// The instant to date a batch with: a clock that jumps back must not date an order before the one in front of it.
    /// Whole milliseconds, because the database keeps less than a clock gives, and the same answer must come again.
    static Instant notBefore(Instant clock, LineState line) {
        Instant now = clock.truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(line.lastAt()) ? line.lastAt() : now;
    }

    /// The week the next order of the offer would get.
    Optional<LocalDate> quote(String offer) {
        return supply.quote(offer, week);
    }

    /// Whether a unit of anything is planned: somebody has one, or whoever comes next would.
    boolean planned() {
        return tallies.values().stream().anyMatch(tally -> tally.live() > 0)
                || definition.offers().stream()
                        .anyMatch(offer -> quote(offer.id()).isPresent());
    }

    /// The week the order would get in another offer's line.
    Optional<LocalDate> quote(String offer, Entry leaving) {
        SupplyLine trial = supply.copy();
        trial.release(leaving.offer, weekOf(leaving));
        return trial.quote(offer, week);
    }

    /// The rank the next order of the offer gets.
    long nextRank(String offer) {
        return supply.live(offer) + 1;
    }

    /// Live orders of the offer.
    long live(String offer) {
        return supply.live(offer);
    }

    OrderId nextOrderId() {
        return OrderId.of(before.launch(), positions + 1, random.nextLong());
    }

    long nextPosition() {
        return ++positions;
    }

    long nextPayment() {
        return ++payments;
    }

    UUID nextId() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    /// The end of a hold given now. Holds end in line order even when an operator shortens them, so that the sweep
    /// can walk the line once; a fan may thereby get longer than the launch says, never shorter.
    Instant nextPayBefore() {
        Instant end = now.plus(definition.payWithin());
        lastPayBefore = end.isBefore(lastPayBefore) ? lastPayBefore : end;
        return lastPayBefore;
    }

    /// Puts the order behind everybody in its offer's line: gives entry number, rank and window.
    @Nullable
    LocalDate enter(Entry entry, String offer) {
        long rank = nextRank(offer);
        Optional<LocalDate> taken = supply.take(offer, week);
        entry.offer = offer;
        entry.rank = rank;
        entry.entered = nextEntry();
        entry.from =
                taken.map(monday -> windowFrom(monday, entry.origin.region())).orElse(null);
        count(offer, entry.state, 1);
        return taken.orElse(null);
    }

    /// Creates an order in its offer's line.
    ///
    /// @param quoted what it was told before: nobody is given another window than the one they saw
    void enterNew(Entry entry, @Nullable LocalDate quoted) {
        LocalDate taken = supply.take(entry.offer, week).orElse(null);
        Check.that(Objects.equals(taken, quoted), "Quoted %s and gave %s.", quoted, taken);
        count(entry.offer, OrderState.HELD, 1);
        writes.created.put(entry.id(), entry);
        writes.events.add(new Event.Held(entry.id(), entry.position, entry.offer, taken));
    }

    long nextEntry() {
        return ++entries;
    }

    LocalDate windowFrom(LocalDate monday, @Nullable String region) {
        return monday.plusWeeks(definition.transitWeeks(region));
    }

    /// Takes the order out of its offer's line; its unit is free for the next buyer at once.
    ///
    /// @return the week that it frees, null when it waited
    @Nullable
    LocalDate leave(Entry entry) {
        LocalDate week = weekOf(entry);
        supply.release(entry.offer, week);
        count(entry.offer, entry.state, -1);
        return week;
    }

    /// The week that the order's window was read from.
    private @Nullable LocalDate weekOf(Entry entry) {
        LocalDate from = entry.from;
        return from == null ? null : from.minusWeeks(definition.transitWeeks(entry.origin.region()));
    }

    /// Moves a live order on to another live state.
    void move(Entry entry, OrderState to) {
        count(entry.offer, entry.state, -1);
        entry.state = to;
        count(entry.offer, to, 1);
        touch(entry);
    }

    void touch(Entry entry) {
        if (!writes.created.containsKey(entry.id())) {
            writes.changed.add(entry);
        }
    }

    void transfer(Entry entry, Account debit, Account credit, String cause) {
        writes.transfers.add(
                new Transfer(entry.id().toString(), debit, credit, entry.deposit, entry.origin.currency(), cause));
    }

    void state(Entry entry, String cause, String actor) {
        writes.states.add(new Writes.StateChange(entry.id(), entry.state, cause, actor));
    }

    private void count(String offer, OrderState state, int by) {
        tallies.merge(offer, Tally.NONE.plus(state, by), (was, ignored) -> was.plus(state, by));
        writes.offers.add(offer);
    }

    private @Nullable Verdict verdict() {
        Course.Decided decided = facts.campaign == null ? null : facts.campaign.course.decided();
        return decided == null ? before.verdict() : decided.verdict();
    }

    /// The line after the batch, to be published once the batch is durable.
    LineState after() {
        Facts.Due due = facts.due;
        return new LineState(
                before.launch(),
                before.slug(),
                definition,
                before.openedAt(),
                before.closedAt(),
                before.pausedAt(),
                verdict(),
                before.run(),
                before.sequence() + 1,
                positions,
                entries,
                payments,
                now,
                lastPayBefore,
                Math.max(before.sweptPosition(), due.sweptPosition()),
                Math.max(before.sweptPayment(), due.sweptPayment()),
                tallies,
                supply);
    }
}

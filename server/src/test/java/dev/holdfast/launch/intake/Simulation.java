package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HandClock;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Engine;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.consent.Consenting;
import dev.holdfast.launch.consent.RuleSets;
import dev.holdfast.launch.consent.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A whole launch in one thread, on virtual time and from one seed: two servers take turns on one book, die, and follow
/// each other by the
/// journal alone, while a crowd asks and a clock jumps.
///
/// Beside it runs its twin: the same asks one by one, on a server that remembers nothing. After each batch both books
/// have to be equal, so neither the size of a batch nor who committed it may make a difference to anybody; and after
/// each ask the twin's book has to keep every rule.
final class Simulation {
    static final int MAX_BATCH = 12;
    private static final int HARMLESS = 9;
    private static final OrderId NO_ORDER = OrderId.of(0, 0, 0);

    private final Random random;
    private final Map<String, Curve> curves = new HashMap<>();
    private final PaperBook book;
    private final PaperBook twin;
    private final List<Instance> servers;
    private final Instance alone;
    private final Crowd crowd;
    private final Invariants rules;
    private final Answers answers;
    private final CurvesOnPaper paper = new CurvesOnPaper();
    private final Memory memory;
    private final Engine engine;
    private final List<String> history = new ArrayList<>();
    private final BeyondSupply beyond;
    private LineState follower;
    private Instant clock = HandClock.NOON;
    private List<PaperPlan> plans = List.of();
    private Map<String, Curve> planned = Map.of();
    private int runs;

    Simulation(long seed, Breach breach) {
        this(seed, breach, Engine.CURVES);
    }

    Simulation(long seed, Breach breach, Engine engine) {
        this.engine = engine;
        random = new Random(seed);
        Showroom showroom = new Showroom(
                3,
                1 + random.nextInt(3),
                random.nextBoolean() ? BeyondSupply.REFUSE : BeyondSupply.WAITLIST,
                random.nextBoolean(),
                random.nextBoolean() ? "v1" : null);
        LaunchDefinition definition =
                showroom.definition().under(random.nextBoolean() ? "strict" : "mainland", List.of());
        beyond = showroom.beyondSupply();
        showroom.offerIds().forEach(offer -> curves.put(offer, curve()));
        paper.write(PaperBook.LAUNCH, curves);
        Supplies supplies = breach.bend(engine.supplies(paper, showroom.offerIds()));
        book = new PaperBook(definition, supplies, breach);
        twin = new PaperBook(definition, supplies, breach);
        servers = List.of(new Instance(book), new Instance(book));
        alone = new Instance(twin);
        crowd = new Crowd(random, showroom, book);
        rules = new Invariants(twin, curves, crowd.payments);
        answers = new Answers(twin, rules, curves);
        follower = book.read();
        memory = new Memory(book);
    }

    private Curve curve() {
        long[] weekly = new long[6];
        for (int i = 0; i < weekly.length; i++) {
            weekly[i] = random.nextInt(6);
        }
        return CurvesOnPaper.weekly(weekly);
    }

    /// @throws AssertionError at the first rule that is broken
    void run(Script script) {
        for (int step = 0; step < script.steps(); step++) {
            if (script.happens(step, Script.TIME, random)) {
                tick();
            }
            if (script.happens(step, Script.SLIP, random)) {
                slip();
            }
            if (script.happens(step, Script.PLAN, random)) {
                plan();
            }
            List<Ask> asks = new ArrayList<>();
            for (int ask : script.asks(step)) {
                if (script.happens(step, ask, random)) {
                    asks.add(crowd.next());
                }
            }
            // Without its lots a batch comes to no harm.
            boolean harm = script.happens(step, Script.FATE, random);
            if (!asks.isEmpty()) {
                batch(asks, harm);
                memory.check();
            }
        }
    }

    /// What happened, in the order in which it did.
    List<String> history() {
        return history;
    }

    /// Mostly seconds go by; now and then the clock jumps, ahead or back.
    private void tick() {
        int dice = random.nextInt(40);
        long seconds =
                dice == 0 ? random.nextInt(8 * 86_400) : dice == 1 ? -random.nextInt(3_600) : random.nextInt(240);
        clock = clock.plus(Duration.ofSeconds(seconds));
        history.add("it is " + clock);
    }

    /// Now and then a plan tells a member a later window, or none any more, or a better one.
    private void slip() {
        List<OrderId> orders = List.copyOf(book.orders.keySet());
        if (orders.isEmpty() || random.nextInt(3) > 0) {
            return;
        }
        OrderId order = orders.get(random.nextInt(orders.size()));
        OrderState state = book.order(order).orElseThrow().state;
        LocalDate was = CurvesOnPaper.FIRST_WEEK.plusWeeks(random.nextInt(4));
        LocalDate from = random.nextInt(6) == 0 ? null : was.plusWeeks(random.nextInt(8) - 1);
        var move = new Consenting.Move(was, from, state, "supply_changed", AtFault.SELLER);
        var asking = new Consenting.Asking(RuleSets.of(book.definition.ruleSet()), book.definition.timeZone(), clock);
        for (PaperBook each : List.of(book, twin)) {
            Standing standing = each.standings.getOrDefault(order, Standing.UNTOUCHED);
            Consenting.moved(asking, standing, move).ifPresent(next -> each.standings.put(order, next));
        }
        history.add(order + " is told " + from + " in the place of " + was);
    }

    /// Now and then a plan is made, and published some batches later.
    private void plan() {
        if (plans.isEmpty() && random.nextInt(15) == 0) {
            planned = new HashMap<>();
            curves.forEach((offer, curve) -> planned.put(offer, nextCurve(curve)));
            plans = List.of(plan(book), plan(twin));
            assertThat(plans.getFirst().moves())
                    .as("the same plan for the same input")
                    .isEqualTo(plan(book).moves());
            history.add("a plan is made for " + planned);
        } else if (!plans.isEmpty() && random.nextInt(6) == 0) {
            plans.getFirst().publish(book.read(), clock, ++runs, random);
            plans.getLast().publish(twin.read(), clock, runs, random);
            plans = List.of();
            curves.putAll(planned);
            paper.write(PaperBook.LAUNCH, curves);
            history.add("the plan is published");
            assertSame();
            rules.check();
            memory.check();
            follower = book.read();
        }
    }

    private PaperPlan plan(PaperBook of) {
        return new PaperPlan(of, engine.line(planned), of.read(), clock);
    }

    /// Where nobody is let in beyond the supply a plan only comes late: it has a unit for everybody who is in.
    private Curve nextCurve(Curve now) {
        int late = random.nextInt(3);
        return beyond == BeyondSupply.WAITLIST
                ? curve()
                : new Curve(
                        now.weeks().stream().map(week -> week.plusWeeks(late)).toList(), now.cumulative());
    }

    private void batch(List<Ask> asks, boolean harm) {
        long luck = random.nextLong();
        Instance server = servers.get(random.nextInt(servers.size()));
        Decision decision = server.decide(asks, clock, new Random(luck));
        int fate = harm ? random.nextInt(20) : HARMLESS;
        if (book.breach == Breach.ANSWERS_TOO_SOON) {
            memory.tell(decision.answers());
        }
        if (fate == 0) {
            // The server dies before the commit: nothing was said, nothing may have happened.
            history.add("a server dies before it commits " + asks);
            server.crash();
            return;
        }
        server.commit(decision);
        history.add(asks + " is answered " + decision.answers() + (fate == 1 ? ", which nobody hears" : ""));
        if (fate == 1) {
            // It dies after the commit: the answers are lost, and the fans will ask again.
            server.crash();
        } else {
            memory.tell(decision.answers());
        }
        List<Answer> oneByOne = oneByOne(asks, new Random(luck));
        assertThat(said(decision.answers())).isEqualTo(said(oneByOne));
        twin.datedNotBefore(book.row.lastAt());
        assertSame();
        follow();
    }

    private List<Answer> oneByOne(List<Ask> asks, Random luck) {
        List<Answer> given = new ArrayList<>();
        for (Ask ask : asks) {
            alone.crash();
            Answers.Before before = answers.before(alone.current(), ask, clock);
            Decision decision = alone.decide(List.of(ask), clock, luck);
            alone.commit(decision);
            answers.check(before, ask, decision.answers().getFirst(), clock);
            rules.check();
            given.addAll(decision.answers());
        }
        return given;
    }

    /// Which of a member's orders stands for all that fill the limit is nobody's business.
    private static List<Answer> said(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer instanceof Answer.Fan(Outcome.Refused(Refusal.LimitReached limit))
                        ? new Answer.Fan(new Outcome.Refused(new Refusal.LimitReached(limit.limit(), NO_ORDER, null)))
                        : answer)
                .toList();
    }

    private void assertSame() {
        assertThat(orders(book)).isEqualTo(orders(twin));
        assertThat(book.tallies).isEqualTo(twin.tallies);
        assertThat(book.checkpoint).isEqualTo(twin.checkpoint);
        assertThat(book.balances).isEqualTo(twin.balances);
        assertThat(book.standings).isEqualTo(twin.standings);
        assertThat(book.row.positions()).isEqualTo(twin.row.positions());
        assertThat(book.row.entries()).isEqualTo(twin.row.entries());
        assertThat(book.row.payments()).isEqualTo(twin.row.payments());
        assertThat(book.row.lastAt()).isEqualTo(twin.row.lastAt());
    }

    private static List<Order> orders(PaperBook of) {
        return of.orders.values().stream().map(Entry::order).toList();
    }

    /// Whoever has nothing but the journal knows what the checkpoint says.
    private void follow() {
        follower =
                Journal.follow(follower, book.journalAfter(follower.sequence())).orElseThrow();
        LineState read = book.read();
        assertThat(follower.sequence()).isEqualTo(read.sequence());
        assertThat(follower.positions()).isEqualTo(read.positions());
        assertThat(follower.tallies()).isEqualTo(read.tallies());
        for (String offer : curves.keySet()) {
            assertThat(follower.supply().checkpoint(offer))
                    .isEqualTo(read.supply().checkpoint(offer));
        }
    }
}

package dev.holdfast.launch;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Book;
import dev.holdfast.launch.intake.Desk;
import dev.holdfast.launch.intake.Lines;
import dev.holdfast.launch.intake.PlanDesk;
import dev.holdfast.launch.intake.RequestDigest;
import dev.holdfast.launch.intake.Strays;
import dev.holdfast.launch.lobby.Seal;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of the module: launches, their lines, and the orders in them.
public final class Launch {
    /// Orders in one page for an operator.
    public static final int MAX_PAGE = 1_000;

    /// Orders shown to their own member; more than this is a shop's book, not a fan's.
    private static final int MAX_OWN = 200;

    private final Desk desk;
    private final Lines lines;
    private final Book book;
    private final Strays strays;
    private final PlanDesk plans;
    private final Seal seal;
    private final Members members;
    private final Contacts contacts;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Launch(
            Desk desk,
            Lines lines,
            Book book,
            Strays strays,
            PlanDesk plans,
            Seal seal,
            Members members,
            Contacts contacts,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.desk = desk;
        this.lines = lines;
        this.book = book;
        this.strays = strays;
        this.plans = plans;
        this.seal = seal;
        this.members = members;
        this.contacts = contacts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Creates a launch or changes it; the same definition again changes nothing.
    ///
    /// @return true when it was created
    /// @throws Problem INVALID with every fault, or CONFLICT when it would break an order already taken
    public boolean define(String slug, LaunchDefinition definition, String operator) {
        List<Fault> faults = DefinitionCheck.faults(slug, definition);
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_launch",
                    "This is no valid launch, so nothing was changed: " + first.where() + " '" + first.value() + "' "
                            + first.reason() + ".",
                    faults);
        }
        return desk.define(slug, definition, () -> members.audit(operator, "define_launch", slug, ""));
    }

    /// Opens now, whatever `opensAt` says.
    public LaunchView open(String slug, String operator) {
        int launch = number(slug);
        desk.open(launch, () -> members.audit(operator, "open_launch", slug, ""));
        return view(launch);
    }

    public LaunchView close(String slug, String operator) {
        int launch = number(slug);
        desk.close(launch, () -> members.audit(operator, "close_launch", slug, ""));
        return view(launch);
    }

    /// Refuses new orders until [#resume], with `launch_not_open`; the launch stays open and its orders go on.
    public LaunchView pause(String slug, String operator) {
        int launch = number(slug);
        desk.pause(launch, () -> members.audit(operator, "pause_launch", slug, ""));
        return view(launch);
    }

    public LaunchView resume(String slug, String operator) {
        int launch = number(slug);
        desk.resume(launch, () -> members.audit(operator, "resume_launch", slug, ""));
        return view(launch);
    }

    /// Every launch, the oldest first.
    public List<LaunchView> all() {
        return desk.all().stream().map(this::view).toList();
    }

    /// The launch as of the last batch anybody had committed when this was called.
    public LaunchView look(String slug) {
        return view(number(slug));
    }

    /// The windows that an offer's next orders would get in the first region, one step for each window.
    ///
    /// @param most orders to look ahead; each is a step of the supply's own, so ask for what is needed and seldom
    public List<WindowAhead> ahead(String slug, String offer, int most) {
        return lines.ahead(number(slug), offer, most);
    }

    /// Whether the launch's prices may be shown to everybody.
    public boolean revealed(String slug) {
        return lines.revealed(number(slug));
    }

    public OrdersPage orders(String slug, @Nullable OrderState state, long afterPosition, int limit) {
        List<Order> orders = book.page(number(slug), state, afterPosition, limit);
        return new OrdersPage(
                orders,
                orders.size() < limit ? null : Long.valueOf(orders.getLast().position()));
    }

    /// A page of a launch's orders, found within one stretch of its line.
    ///
    /// @param limit at most [#MAX_PAGE]
    public FoundOrders find(String slug, OrderQuery query, int limit) {
        return book.find(number(slug), query, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The order that has, or once had, a position.
    public Optional<OrderId> at(String slug, long position) {
        return book.at(number(slug), position);
    }

    /// Hands on every order that the query fits, in position order and however many there are: they are read and
    /// forgotten a page at a time. Who takes a whole line away leaves a trace.
    public void export(String slug, OrderQuery query, String operator, Consumer<Order> each) {
        int launch = number(slug);
        transactions.executeWithoutResult(status -> members.audit(operator, "export_orders", slug, query.toString()));
        OrderQuery rest = query.byPosition();
        FoundOrders page;
        do {
            page = book.find(launch, rest, MAX_PAGE);
            page.orders().forEach(each);
            rest = rest.from(page.next());
        } while (page.next() != null);
    }

    /// Places an order in a launch without a waiting room.
    public Outcome place(PlaceOrder order) {
        return place(order, null);
    }

    /// Waits until the order is durable, or refused.
    ///
    /// @param pass what lets the member order in a launch with a waiting room; no part of the wish, so the same
    ///     key under another pass is still the same order
    public Outcome place(PlaceOrder order, @Nullable String pass) {
        Optional<Integer> launch = desk.number(order.launch());
        return launch.isEmpty()
                ? new Outcome.Refused(new Refusal.UnknownLaunch(order.launch()))
                : fan(
                        launch.get(),
                        new Ask.Place(
                                order,
                                RequestDigest.of(order),
                                shown(order, pass),
                                proved(launch.get(), order.member())));
    }

    /// Where no pass is sent nothing is reckoned: a launch without a waiting room pays nothing for those with one.
    private Shown shown(PlaceOrder order, @Nullable String pass) {
        return pass == null ? Shown.NONE : seal.pass(pass, order.launch(), order.member(), clock.instant());
    }

    /// Whether the member has proved what the launch asks for before an order; a launch that asks for nothing lets all.
    public boolean mayEnter(String slug, String member) {
        int launch = number(slug);
        return lines.entry(launch).mustHaveVerified().isEmpty() || proved(launch, member);
    }

    private boolean proved(int launch, String member) {
        return lines.entry(launch)
                .mustHaveVerified()
                .map(contact -> contacts.proved(member, contact))
                .orElse(false);
    }

    /// @param forfeit the member knows that a locked order's deposit is lost
    public Outcome cancel(OrderId order, Asker asker, boolean forfeit) {
        trace("cancel_order", order, asker, forfeit ? "forfeit" : "");
        return fan(order, new Ask.Cancel(order, asker, forfeit));
    }

    /// The member's answer to what they were asked about a later window.
    ///
    /// @param keep the order in that window; else it is given back and its deposit with it
    public Outcome consent(OrderId order, Asker asker, boolean keep) {
        trace("answer_for_order", order, asker, keep ? "keep" : "leave");
        return fan(order, new Ask.Consent(order, asker, keep));
    }

    /// Members who were asked about a later window and have not answered, the most urgent first.
    ///
    /// @param after the last order of the page before; null: from the start
    public List<OpenConsent> openConsents(String slug, @Nullable OrderId after, int limit) {
        return book.openConsents(number(slug), after, limit);
    }

    public Outcome lock(OrderId order, Asker asker) {
        trace("lock_order", order, asker, "");
        return fan(order, new Ask.Lock(order, asker));
    }

    public Outcome change(OrderId order, Asker asker, String offer) {
        trace("change_order", order, asker, offer);
        return fan(order, new Ask.Change(order, asker, offer, false));
    }

    /// What [#change] would give; changes nothing.
    public Outcome previewChange(OrderId order, Asker asker, String offer) {
        return fan(order, new Ask.Change(order, asker, offer, true));
    }

    /// @throws Problem UNKNOWN when there is no such order, or not for the one who asks
    public OrderHistory order(OrderId id, Asker asker) {
        return book.history(id).filter(history -> asker.may(history.order())).orElseThrow(() -> unknownOrder(id));
    }

    /// One order with everything that is kept of it, for those who run launches: ask who may see it before.
    ///
    /// @throws Problem UNKNOWN when there is no such order
    public OrderFile file(OrderId id) {
        return book.file(id).orElseThrow(() -> unknownOrder(id));
    }

    /// The member's orders, the latest first.
    public List<Order> ordersOf(String member) {
        return book.ofMember(member, MAX_OWN);
    }

    /// Takes a payment provider's verified report; returns once it is durable.
    public Receipt receive(String provider, PaymentEvent event) {
        Optional<OrderId> order = OrderId.parse(event.order());
        boolean known = order.isPresent() && desk.exists(order.get().launch());
        if (!known) {
            return transactions.execute(status -> strays.keep(provider, event, clock.instant()));
        }
        Answer answer = lines.ask(order.get().launch(), new Ask.Pay(provider, order.get(), event));
        return ((Answer.Provider) answer).receipt();
    }

    /// Where all deposits are; adds up to zero.
    public List<Balance> balances() {
        return book.balances();
    }

    /// Whether there is a launch that the order could be in.
    public boolean exists(OrderId order) {
        return desk.exists(order.launch());
    }

    /// Whether an order could be made durable now: the database answers and lets itself be written to.
    public boolean ready() {
        return book.writable();
    }

    public List<Unmatched> unmatched(long after, int limit) {
        return book.unmatched(after, limit);
    }

    /// Locks the launch's line until the running transaction ends: whoever changes its supply does so first.
    ///
    /// @return the launch's number
    public int lockLine(String slug) {
        int launch = number(slug);
        desk.lock(launch);
        return launch;
    }

    /// Puts a supply in force and gives the orders it moves their new windows. Joins the running
    /// transaction. Not for launches with a plan: there, orders are moved by the next plan alone.
    public Resupplied resupply(int launch, Map<String, Curve> curves, String reason) {
        return desk.resupply(launch, curves, reason);
    }

    /// The live orders of a launch in entry order, read without a lock.
    ///
    /// @param asOfRun promises as they stood when this run was published, but for orders that entered
    ///     later; null: as they stand
    public LineSnapshot snapshot(String slug, @Nullable Integer asOfRun) {
        return plans.snapshot(number(slug), asOfRun);
    }

    /// Every window the live orders were ever given, read without a lock.
    public PromiseHistory promises(String slug) {
        return plans.promises(number(slug));
    }

    /// Writes down what a plan run moves, unseen by anybody until [#publish]. Takes over from whoever
    /// staged the run before and did not publish it.
    ///
    /// @param moves orders that get another window than they have, each once
    /// @throws Problem CONFLICT `plan_stale` when another attempt took over from this one, or the run was
    ///     published
    public void stage(int launch, int run, Iterator<Move> moves) {
        stage(launch, run, AtFault.SELLER, moves);
    }

    /// The same for a plan that says whose fault it is that promises break.
    public void stage(int launch, int run, AtFault atFault, Iterator<Move> moves) {
        plans.stage(launch, run, atFault, moves);
    }

    /// Says in members' words why a staged run moves them; nobody reads it before the run is published.
    public void explain(int launch, int run, List<Explanation> explanations) {
        plans.explain(launch, run, explanations);
    }

    /// What a plan would grant the members it moves, under the launch's rules of compensation, less what they
    /// were granted before. Looks each of them up, and writes nothing.
    public Liability liability(int launch, AtFault atFault, Iterator<Move> moves) {
        return plans.liability(launch, atFault, moves);
    }

    /// Puts a staged run in force: from here on its promises are the orders' promises. One short act under
    /// the line's lock; what happened in the line since the snapshot is caught up with before.
    ///
    /// @param sequence of the snapshot that the run was made from
    /// @param inTheSameTransaction what the caller writes with it
    /// @throws Problem CONFLICT `plan_stale` when promises were moved by others since the snapshot, or
    ///     nothing is staged; stage a new run then
    public Published publish(int launch, int run, long sequence, Runnable inTheSameTransaction) {
        return plans.publish(launch, run, sequence, inTheSameTransaction);
    }

    /// The plan run in force; empty when none was ever published: then a new supply is in force at once, by
    /// [#resupply].
    public Optional<Integer> planInForce(int launch) {
        return plans.inForce(launch);
    }

    /// The launch's number, by which supplies know it.
    public int number(String slug) {
        return desk.number(slug).orElseThrow(() -> unknown(slug));
    }

    /// An act on an order joins a batch of its line, which is no transaction of ours. So an operator's is written down
    /// before it is tried: a trace of what was refused tells more than an act without a trace.
    private void trace(String act, OrderId order, Asker asker, String detail) {
        if (asker.operator() && desk.exists(order.launch())) {
            transactions.executeWithoutResult(status -> members.audit(asker.member(), act, order.toString(), detail));
        }
    }

    private LaunchView view(int launch) {
        return lines.look(launch);
    }

    private Outcome fan(OrderId order, Ask ask) {
        return desk.exists(order.launch())
                ? fan(order.launch(), ask)
                : new Outcome.Refused(new Refusal.UnknownOrder(order.toString()));
    }

    private Outcome fan(int launch, Ask ask) {
        return ((Answer.Fan) lines.ask(launch, ask)).outcome();
    }

    private static Problem unknownOrder(OrderId id) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_order",
                "There is no order " + id + " that you may see. Maybe it is another member's.");
    }

    private static Problem unknown(String slug) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_launch", "There is no launch '" + slug + "'.");
    }
}

package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Balance;
import dev.holdfast.launch.Explanation;
import dev.holdfast.launch.FoundOrders;
import dev.holdfast.launch.OpenConsent;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderFile;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.launch.OrderHistory.RefundView;
import dev.holdfast.launch.OrderHistory.StateChange;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderQuery;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Unmatched;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.consent.ConsentReads;
import dev.holdfast.launch.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the book of orders for those who ask about it.
public final class Book {
    private static final String FROM = """
            from launch.orders o join launch.launch l on l.number = o.launch
            left join lateral (""" + PromiseStore.LAST + ") last on true";

    private static final String HOME = """
            , l.slug, l.definition->>'currency' as currency, last.given, last.promised_from as last_from
            """;

    static final String SELECT = "select " + OrderStore.COLUMNS + HOME + FROM;

    static final String ONE = SELECT + " where o.id = :id";

    static final String PAGE = SELECT + """
             where o.launch = :launch and o.position > :after and (:state::text is null or o.state = :state)
            order by o.position limit :limit
            """;

    /// By an index of its own.
    static final String REFERRED = SELECT + """
             where o.launch = :launch and o.position > :after and o.referral is not null
            order by o.position limit :limit
            """;

    static final String OF_MEMBER = SELECT + """
             where o.member = :member
            order by o.held_at desc limit :limit
            """;

    static final String STATES = """
            select state, at, cause, actor from launch.state_change where order_id = :id order by number
            """;

    static final String PROMISES = """
            select p.promised_from, coalesce(q.at, p.at) as at, p.reason, p.plan_run, p.binding, p.event,
              x.english, x.chinese
            from launch.promise p left join launch.publication q on q.launch = p.launch and q.run = p.plan_run
            """ + ExplanationStore.JOIN + """
            where p.order_id = :id and (p.plan_run is null or q.run is not null) order by p.number
            """;

    /// Causes of being placed that have a row of their own.
    private static final Set<String> PLACED_BY = Set.of("paid_after_expiry", "pledged");

    static final String REFUND = """
            select amount, currency, requested_at, refunded_at, cause from launch.refund
            where order_id = :id order by requested_at desc limit 1
            """;

    static final String UNMATCHED = """
            select number, provider, webhook, kind, order_text, payment, amount, currency, at, reason
            from launch.unmatched where number > :after order by number limit :limit
            """;

    private final JdbcClient jdbc;
    private final ConsentReads consents;
    private final SpecStore specs;
    private final Finding finding;
    private final Filing filing;

    public Book(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.consents = new ConsentReads(jdbc);
        this.specs = new SpecStore(jdbc);
        this.finding = new Finding(jdbc, OrderQuery.STRETCH);
        this.filing = new Filing(jdbc);
    }

    public Optional<Order> order(OrderId id) {
        return entry(id).map(Entry::order);
    }

    public Optional<OrderHistory> history(OrderId id) {
        return entry(id).map(this::history);
    }

    private OrderHistory history(Entry entry) {
        Order order = entry.order();
        return new OrderHistory(
                order,
                states(entry),
                promises(entry),
                refund(entry.id()),
                consents.of(order).orElse(null),
                consents.compensation(order),
                specs.of(entry.id()).orElse(null));
    }

    /// The questions of a launch that wait for an answer, the most urgent first.
    public List<OpenConsent> openConsents(int launch, @Nullable OrderId after, int limit) {
        return consents.open(launch, after, limit);
    }

    /// @param state only orders in this state; null: all
    public List<Order> page(int launch, @Nullable OrderState state, long afterPosition, int limit) {
        return jdbc.sql(PAGE)
                .param("launch", launch)
                .param("after", afterPosition)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, number) -> entry(row).order())
                .list();
    }

    /// Orders that name who brought their member, in the order of positions.
    public List<Order> referred(int launch, long afterPosition, int limit) {
        return jdbc.sql(REFERRED)
                .param("launch", launch)
                .param("after", afterPosition)
                .param("limit", limit)
                .query((row, number) -> entry(row).order())
                .list();
    }

    /// The member's orders in all launches, the latest first.
    public List<Order> ofMember(String member, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("member", member)
                .param("limit", limit)
                .query((row, number) -> entry(row).order())
                .list();
    }

    public FoundOrders find(int launch, OrderQuery query, int limit) {
        return finding.find(launch, query, limit);
    }

    public Optional<OrderFile> file(OrderId id) {
        return history(id).map(filing::file);
    }

    /// The order that has, or once had, a position.
    public Optional<OrderId> at(int launch, long position) {
        return finding.at(launch, position);
    }

    public List<Unmatched> unmatched(long after, int limit) {
        return jdbc.sql(UNMATCHED)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> unmatched(row))
                .list();
    }

    static Unmatched unmatched(ResultSet row) throws SQLException {
        return new Unmatched(
                row.getLong("number"),
                row.getString("provider"),
                row.getString("webhook"),
                row.getString("kind"),
                row.getString("order_text"),
                row.getString("payment"),
                new Money(row.getLong("amount"), row.getString("currency")),
                at(row, "at"),
                row.getString("reason"));
    }

    public List<Balance> balances() {
        return Ledger.balances(jdbc);
    }

    public boolean writable() {
        try {
            return jdbc.sql("select not pg_is_in_recovery()")
                    .query((row, number) -> row.getBoolean(1))
                    .single();
        } catch (DataAccessException away) {
            return false;
        }
    }

    static Entry entry(ResultSet row) throws SQLException {
        Entry entry = OrderStore.entry(row, row.getString("slug"), row.getString("currency"));
        if (row.getBoolean("given")) {
            entry.from = row.getObject("last_from", LocalDate.class);
        }
        return entry;
    }

    private Optional<Entry> entry(OrderId id) {
        return jdbc.sql(ONE)
                .param("id", id.value())
                .query((row, number) -> entry(row))
                .optional();
    }

    /// Held and placed are columns of the order, everything later is a row.
    private List<StateChange> states(Entry entry) {
        List<StateChange> states = new ArrayList<>();
        states.add(new StateChange(OrderState.HELD, entry.origin.heldAt(), "ordered", entry.member()));
        states.addAll(jdbc.sql(STATES)
                .param("id", entry.id().value())
                .query((row, number) -> new StateChange(
                        OrderState.valueOf(row.getString("state")),
                        at(row, "at"),
                        row.getString("cause"),
                        row.getString("actor")))
                .list());
        Instant placedAt = entry.placedAt;
        Entry.Paid paid = entry.paid;
        boolean told = states.stream().map(StateChange::cause).anyMatch(PLACED_BY::contains);
        if (placedAt != null && paid != null && !told) {
            states.add(new StateChange(OrderState.PLACED, placedAt, "paid", paid.provider()));
        }
        // The sort is stable: what was written at the same instant stays in the order it was written.
        states.sort(Comparator.comparing(StateChange::at).thenComparingInt(Book::paidFirst));
        return states;
    }

    private static int paidFirst(StateChange change) {
        return change.cause().equals("ordered") ? 0 : change.cause().equals("paid") ? 1 : 2;
    }

    private List<PromiseGiven> promises(Entry entry) {
        List<PromiseGiven> promises = new ArrayList<>();
        promises.add(new PromiseGiven(window(entry.origin.from()), entry.origin.heldAt(), "ordered"));
        promises.addAll(jdbc.sql(PROMISES)
                .param("id", entry.id().value())
                .query((row, number) -> new PromiseGiven(
                        window(row.getObject("promised_from", LocalDate.class)),
                        at(row, "at"),
                        row.getString("reason"),
                        row.getObject("plan_run", Integer.class),
                        row.getString("binding"),
                        row.getObject("event", Long.class),
                        Explanation.words(row.getString("english"), row.getString("chinese"))))
                .list());
        return promises;
    }

    private @Nullable RefundView refund(OrderId id) {
        return jdbc.sql(REFUND)
                .param("id", id.value())
                .query((row, number) -> new RefundView(
                        new Money(row.getLong("amount"), row.getString("currency")),
                        at(row, "requested_at"),
                        instant(row, "refunded_at"),
                        row.getString("cause")))
                .optional()
                .orElse(null);
    }

    private static @Nullable Window window(@Nullable LocalDate from) {
        return from == null ? null : Window.ofWeek(from);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

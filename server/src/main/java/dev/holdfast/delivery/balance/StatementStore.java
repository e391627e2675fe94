package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.balance.BankFile.Came;
import dev.holdfast.delivery.balance.BankLine.State;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of bank statements and of the money they tell of.
final class StatementStore {
    static final String GUARD = " and state = 'LOOK'";

    private static final String ADD = """
            insert into delivery.balance_statement (digest, lines, told_by, told_at)
            values (:digest, :lines, :operator, :now) on conflict (digest) do nothing returning number
            """;

    private static final String KNOWN = "select number from delivery.balance_statement where digest = :digest";

    private static final String ADD_LINE = """
            insert into delivery.balance_line
              (statement, identity, account, bank_reference, booked_on, amount, currency, payer, payer_account, text,
              state)
            values (:statement, :identity, :account, :bankReference, :bookedOn, :amount, :currency, :payer,
              :payerAccount, :text, 'WAITING')
            on conflict (identity) do nothing
            """;

    private static final String COUNT = """
            select count(*) filter (where state = 'BOOKED') as booked,
              count(*) filter (where state not in ('BOOKED', 'WAITING')) as to_look_at, count(*) as lines
            from delivery.balance_line where statement = :statement
            """;

    private static final String WAITING = """
            select number from delivery.balance_line where state = 'WAITING' order by number limit :max
            """;

    private static final String SELECT = """
            select l.*, b.order_id from delivery.balance_line l left join delivery.balance b on b.number = l.balance
            """;

    /// Another one looks at it: leave it to them.
    private static final String LOCK_WAITING =
            SELECT + " where l.number = :number and l.state = 'WAITING' for update of l skip locked";

    private static final String ONE = SELECT + " where l.number = :number";

    private static final String PAGE = SELECT + """
             where (:state::text is null and l.state in ('WAITING', 'LOOK') or l.state = :state) and l.number > :after
            order by l.number limit :limit
            """;

    private static final String LOOKED_AT = """
            update delivery.balance_line set state = :state, reason = :reason, balance = :balance
            where number = :number
            """;

    private static final String DECIDE = """
            update delivery.balance_line set state = :state, balance = coalesce(:balance, balance),
              decided_by = :operator, decided_at = :now, reference = :reference
            where number = :number
            """;

    private final JdbcClient jdbc;
    private final String guard;

    StatementStore(JdbcClient jdbc) {
        this(jdbc, GUARD);
    }

    /// @param guard on what condition an operator decides; a test leaves it out, to see what it is worth
    StatementStore(JdbcClient jdbc, String guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    record Counted(int lines, int booked, int toLookAt) {}

    /// @return empty: this very file was told before
    Optional<Long> add(byte[] digest, int lines, String operator, Instant now) {
        return jdbc.sql(ADD)
                .param("digest", digest)
                .param("lines", lines)
                .param("operator", operator)
                .param("now", utc(now))
                .query(Long.class)
                .optional();
    }

    long known(byte[] digest) {
        return jdbc.sql(KNOWN).param("digest", digest).query(Long.class).single();
    }

    /// @return false: it stands in another file, too
    boolean add(long statement, byte[] identity, Came line) {
        return jdbc.sql(ADD_LINE)
                        .param("statement", statement)
                        .param("identity", identity)
                        .param("account", line.account())
                        .param("bankReference", line.bankReference())
                        .param("bookedOn", line.bookedOn())
                        .param("amount", line.amount().amount())
                        .param("currency", line.amount().currency())
                        .param("payer", line.payer())
                        .param("payerAccount", line.payerAccount())
                        .param("text", line.text())
                        .update()
                > 0;
    }

    Counted count(long statement) {
        return jdbc.sql(COUNT)
                .param("statement", statement)
                .query((row, number) ->
                        new Counted(row.getInt("lines"), row.getInt("booked"), row.getInt("to_look_at")))
                .single();
    }

    List<Long> waiting(int max) {
        return jdbc.sql(WAITING)
                .param("max", max)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    Optional<BankLine> lockWaiting(long number) {
        return jdbc.sql(LOCK_WAITING)
                .param("number", number)
                .query((row, index) -> line(row))
                .optional();
    }

    Optional<BankLine> find(long number) {
        return jdbc.sql(ONE)
                .param("number", number)
                .query((row, index) -> line(row))
                .optional();
    }

    /// @param state null: all that somebody has to look at
    List<BankLine> page(@Nullable State state, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> line(row))
                .list();
    }

    void lookedAt(long number, State state, String reason, @Nullable Long balance) {
        jdbc.sql(LOOKED_AT)
                .param("number", number)
                .param("state", state.name())
                .param("reason", reason)
                .param("balance", balance)
                .update();
    }

    /// One conditional update: of two who decide at once the second finds nothing left to decide.
    boolean decide(
            long number,
            State state,
            @Nullable Long balance,
            @Nullable String reference,
            String operator,
            Instant now) {
        return jdbc.sql(DECIDE + guard)
                        .param("number", number)
                        .param("state", state.name())
                        .param("balance", balance)
                        .param("reference", reference)
                        .param("operator", operator)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    private static BankLine line(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new BankLine(
                row.getLong("number"),
                row.getString("account"),
                row.getString("bank_reference"),
                row.getObject("booked_on", LocalDate.class),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("payer"),
                row.getString("payer_account"),
                row.getString("text"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                order == null ? null : new OrderId(order),
                null,
                row.getString("reference"));
    }
}

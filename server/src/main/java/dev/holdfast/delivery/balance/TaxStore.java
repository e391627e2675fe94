package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.balance.TaxRequest.Kind;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of tax document requests: a feed in the order of commits.
final class TaxStore {
    /// The lock that makes numbers follow commits; taken last of all.
    private static final String NEXT = """
            insert into delivery.tax_feed (one, last) values (true, 1)
            on conflict (one) do update set last = delivery.tax_feed.last + 1 returning last
            """;

    private static final String APPEND = """
            insert into delivery.tax_request (number, balance, kind, replaces, at, facts)
            values (:number, :balance, :kind, :replaces, :now, :facts::jsonb)
            """;

    private static final String SELECT = """
            select t.*, b.order_id,
              (select min(later.number) from delivery.tax_request later where later.replaces = t.number) as replaced_by
            from delivery.tax_request t join delivery.balance b on b.number = t.balance
            """;

    private static final String LAST = SELECT + " where t.balance = :balance order by t.number desc limit 1";

    private static final String SAME = "select facts = :facts::jsonb from delivery.tax_request where number = :number";

    private static final String OF = SELECT + " where t.balance = :balance order by t.number";

    private static final String LATEST = SELECT + """
             where t.number < :before and (:launch::text is null or t.facts ->> 'launch' = :launch)
              and (:from::timestamptz is null or t.at >= :from) and (:to::timestamptz is null or t.at < :to)
              and (:standing::text is null or :standing = case
                when exists (select from delivery.tax_request later where later.replaces = t.number) then 'FOLLOWED'
                when t.kind = 'CANCEL' then 'VOID' else 'STANDS' end)
            order by t.number desc limit :limit
            """;

    private static final String PAGE = SELECT + " where t.number > :after order by t.number limit :limit";

    private final JdbcClient jdbc;

    TaxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(long balance, Kind kind, @Nullable Long replaces, String facts, Instant now) {
        jdbc.sql(APPEND)
                .param("number", jdbc.sql(NEXT).query(Long.class).single())
                .param("balance", balance)
                .param("kind", kind.name())
                .param("replaces", replaces)
                .param("facts", facts)
                .param("now", utc(now))
                .update();
    }

    Optional<TaxRequest> last(long balance) {
        return jdbc.sql(LAST)
                .param("balance", balance)
                .query((row, number) -> request(row))
                .optional();
    }

    boolean same(long number, String facts) {
        return jdbc.sql(SAME)
                .param("number", number)
                .param("facts", facts)
                .query(Boolean.class)
                .single();
    }

    List<TaxRequest> page(long after, int limit) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> request(row))
                .list();
    }

    /// The latest first.
    List<TaxRequest> latest(TaxQuery query, long before, int limit) {
        return jdbc.sql(LATEST)
                .param("before", before)
                .param("launch", query.launch())
                .param("from", query.from() == null ? null : utc(query.from()))
                .param("to", query.to() == null ? null : utc(query.to()))
                .param(
                        "standing",
                        query.standing() == null ? null : query.standing().name())
                .param("limit", limit)
                .query((row, number) -> request(row))
                .list();
    }

    /// The oldest first.
    List<TaxRequest> of(long balance) {
        return jdbc.sql(OF)
                .param("balance", balance)
                .query((row, number) -> request(row))
                .list();
    }

    private static TaxRequest request(ResultSet row) throws SQLException {
        return new TaxRequest(
                row.getLong("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getObject("replaces", Long.class),
                row.getObject("replaced_by", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("facts"));
    }
}

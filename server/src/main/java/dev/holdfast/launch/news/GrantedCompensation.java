package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.consent.CompensationBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what fell due for a broken promise.
final class GrantedCompensation implements RowMapper<Told> {
    private static final String COLUMNS = """
            g.order_id, g.number, g.plan_run, g.rule, g.weeks, g.amount, g.currency, g.set_off, g.at,
            o.member, o.offer, o.first_from, p.promised_from""";

    private static final String MOVE = """
            left join lateral (
              select e.promised_from from launch.promise e
              where e.order_id = g.order_id
                and (e.plan_run = g.plan_run or (e.plan_run is null and g.plan_run is null and e.at = g.at))
              order by e.number desc limit 1) p on true""";

    static final String PUBLISHED = PublishedRows.sql(COLUMNS, "launch.compensation", "g", "", MOVE);

    static final String AT_ONCE = """
            select %s
            from launch.compensation g
            join launch.orders o on o.id = g.order_id
            %s
            where g.launch = :launch and g.plan_run is null and g.number > :number
            order by g.number limit :max""".formatted(COLUMNS, MOVE);

    private final Catalogue catalogue;

    GrantedCompensation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Stream published(JdbcClient jdbc, Catalogue catalogue) {
        return new PublishedRows("plan_compensation", PUBLISHED, new GrantedCompensation(catalogue), jdbc);
    }

    static Stream atOnce(JdbcClient jdbc, Catalogue catalogue) {
        return new BatchRows("compensation", AT_ONCE, new GrantedCompensation(catalogue), jdbc);
    }

    @Override
    public Told mapRow(ResultSet row, int index) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        String member = row.getString("member");
        String rule = row.getString("rule");
        Facts facts = new Facts(catalogue.of(order.launch()).slug(), order, member, row.getString("offer"))
                .window("first", row.getObject("first_from", LocalDate.class))
                .window("now", row.getObject("promised_from", LocalDate.class))
                .with("rule", rule)
                .with("weeks", row.getInt("weeks"))
                .money("amount", row.getLong("amount"), row.getString("currency"))
                .with("setOff", row.getBoolean("set_off"))
                .with("planRun", row.getObject("plan_run", Integer.class));
        return new Told(
                Kind.COMPENSATION_DUE,
                order,
                row.getLong("number"),
                member,
                facts.json(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                // The letter about the order's end names the second half of its deposit.
                !rule.equals(CompensationBook.DEPOSIT_DOUBLED));
    }
}

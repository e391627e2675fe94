package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what was owed for a broken promise and was paid or set off.
final class SettledCompensation implements RowMapper<Told> {
    /// The chunk first, and by the limits one look-up for each row of it.
    static final String AT_ONCE = """
            select s.order_id, s.number, s.way, s.amount, s.currency, s.reference, s.at, c.rule, o.member, o.offer
            from (
              select * from launch.settlement d
              where d.launch = :launch and d.number > :number order by d.number limit :max) s
            cross join lateral (
              select e.rule from launch.compensation e
              where e.order_id = s.order_id and e.number = s.compensation limit 1) c
            cross join lateral (
              select f.member, f.offer from launch.orders f where f.id = s.order_id limit 1) o
            order by s.number""";

    private final Catalogue catalogue;

    SettledCompensation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Stream atOnce(JdbcClient jdbc, Catalogue catalogue) {
        return new BatchRows("settlement", AT_ONCE, new SettledCompensation(catalogue), jdbc);
    }

    @Override
    public Told mapRow(ResultSet row, int index) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        String member = row.getString("member");
        Facts facts = new Facts(catalogue.of(order.launch()).slug(), order, member, row.getString("offer"))
                .with("rule", row.getString("rule"))
                .money("amount", row.getLong("amount"), row.getString("currency"))
                .with("setOff", row.getString("way").equals(Settlement.Way.SET_OFF.name()))
                .with("reference", row.getString("reference"));
        return new Told(
                Kind.COMPENSATION_SETTLED,
                order,
                row.getLong("number"),
                member,
                facts.json(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                true);
    }
}

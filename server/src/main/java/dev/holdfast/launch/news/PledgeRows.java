package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what became of campaigns and pledges, which batches wrote down for their backers.
final class PledgeRows implements RowMapper<Told> {
    static final String ALL = """
            select n.order_id, n.number, n.kind, n.at, o.member, o.offer, o.deposit, p.mend_by
            from launch.pledge_news n
            join launch.orders o on o.id = n.order_id
            join launch.pledge p on p.order_id = n.order_id
            where n.launch = :launch and n.number > :number
            order by n.number limit :max""";

    private final Catalogue catalogue;

    PledgeRows(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Stream all(JdbcClient jdbc, Catalogue catalogue) {
        return new BatchRows("pledges", ALL, new PledgeRows(catalogue), jdbc);
    }

    @Override
    public Told mapRow(ResultSet row, int index) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        Catalogue.Names names = catalogue.of(order.launch());
        String member = row.getString("member");
        OffsetDateTime mendBy = row.getObject("mend_by", OffsetDateTime.class);
        Facts facts = new Facts(names.slug(), order, member, row.getString("offer"))
                .money("amount", row.getLong("deposit"), names.currency())
                .with("mendBy", mendBy == null ? null : mendBy.toInstant().toString());
        return new Told(
                Kind.of(row.getString("kind")).orElseThrow(),
                order,
                row.getLong("number"),
                member,
                facts.json(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                true);
    }
}

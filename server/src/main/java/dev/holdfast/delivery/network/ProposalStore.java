package dev.holdfast.delivery.network;

import static dev.holdfast.kernel.SqlTime.utc;

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

/// Rows of what stores propose.
final class ProposalStore {
    private static final String COLUMNS =
            "select id, place, actor, slug, offer, region, made_at, ends_at, member, order_id from delivery.proposal ";

    private static final String INSERT = """
            insert into delivery.proposal (id, code, place, actor, launch, slug, offer, region, made_at, ends_at)
            values (:id, :code, :place, :actor, :launch, :slug, :offer, :region, :made, :ends)
            """;

    private static final String BY_CODE = COLUMNS + "where code = :code";

    /// Whoever confirms it first has it; the same member may send it again.
    private static final String CLAIM = """
            update delivery.proposal set member = :member
            where id = :id and (member = :member or (member is null and ends_at > :now))
            """;

    private static final String ORDERED = "update delivery.proposal set order_id = :order where id = :id";

    private static final String OF_PLACE = COLUMNS + """
            where place = :place and made_at < :before order by made_at desc limit :limit
            """;

    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Proposal proposal, String actor, @Nullable String member) {}

    void insert(Proposal proposal, String codeHash, int launch, String actor) {
        jdbc.sql(INSERT)
                .param("id", proposal.id())
                .param("code", codeHash)
                .param("place", proposal.place())
                .param("actor", actor)
                .param("launch", launch)
                .param("slug", proposal.launch())
                .param("offer", proposal.offer())
                .param("region", proposal.region())
                .param("made", utc(proposal.madeAt()))
                .param("ends", utc(proposal.endsAt()))
                .update();
    }

    Optional<Row> byCode(String codeHash) {
        return jdbc.sql(BY_CODE)
                .param("code", codeHash)
                .query((row, number) -> row(row))
                .optional();
    }

    boolean claim(UUID id, String member, Instant now) {
        return jdbc.sql(CLAIM)
                        .param("id", id)
                        .param("member", member)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void ordered(UUID id, OrderId order) {
        jdbc.sql(ORDERED).param("id", id).param("order", order.value()).update();
    }

    /// The latest first.
    List<Row> ofPlace(String place, Instant before, int limit) {
        return jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("before", utc(before))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        Proposal proposal = new Proposal(
                row.getObject("id", UUID.class),
                row.getString("place"),
                row.getString("slug"),
                row.getString("offer"),
                row.getString("region"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                order == null ? null : new OrderId(order));
        return new Row(proposal, row.getString("actor"), row.getString("member"));
    }
}

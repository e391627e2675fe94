package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.SpecVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From which position on a launch sells which version of which spec.
///
/// An order has the version that was on sale when its position was taken, for ever, and no row of its own
/// for it: the path of an order pays nothing.
final class SpecStore {
    private static final String FROM_HERE_ON = """
            insert into launch.spec (launch, from_position, product, version)
            select l.launch, l.positions + 1, :product, :version from launch.line l where l.launch = :launch""";

    private static final String LAST = """
            select product, version from launch.spec where launch = :launch order by number desc limit 1""";

    static final String AT = """
            select product, version from launch.spec where launch = :launch and from_position <= :position
            order by number desc limit 1""";

    private final JdbcClient jdbc;

    SpecStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Orders from the next position on have this one. Under the line's lock, so no order is taken
    /// meanwhile.
    void fromHereOn(int launch, @Nullable SpecVersion spec) {
        SpecVersion last = jdbc.sql(LAST)
                .param("launch", launch)
                .query((row, number) -> spec(row))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
        if (spec == null ? last != null : !spec.equals(last)) {
            jdbc.sql(FROM_HERE_ON)
                    .param("launch", launch)
                    .param("product", spec == null ? null : spec.product())
                    .param("version", spec == null ? null : spec.version())
                    .update();
        }
    }

    Optional<SpecVersion> of(OrderId order) {
        return jdbc.sql(AT)
                .param("launch", order.launch())
                .param("position", order.position())
                .query((row, number) -> spec(row))
                .optional()
                .flatMap(found -> found);
    }

    private static Optional<SpecVersion> spec(ResultSet row) throws SQLException {
        String product = row.getString("product");
        return product == null ? Optional.empty() : Optional.of(new SpecVersion(product, row.getInt("version")));
    }
}

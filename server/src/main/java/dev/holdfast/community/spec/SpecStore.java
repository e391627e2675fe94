package dev.holdfast.community.spec;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.launch.SpecVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of products and their specs.
final class SpecStore {
    private static final String PUT = """
            insert into community.product (id, name_en, name_zh, ask_after_days, at) values (:id, :en, :zh, :days, :at)
            on conflict (id) do update
            set name_en = excluded.name_en, name_zh = excluded.name_zh, ask_after_days = excluded.ask_after_days""";

    private static final String PRODUCT = "select id, name_en, name_zh, ask_after_days from community.product";
    private static final String ALL = PRODUCT + " order by id";
    private static final String ONE = PRODUCT + " where id = :id";

    /// Two who publish the next version come one after the other.
    private static final String LOCK = ONE + " for update";

    private static final String LAST = """
            select coalesce(max(version), 0) from community.spec_version where product = :product""";

    private static final String PUBLISH = """
            insert into community.spec_version (product, version, operator, at)
            values (:product, :version, :operator, :at)""";

    private static final String CHANGE = """
            insert into community.spec_change (product, version, attribute_en, attribute_zh, from_en, from_zh, to_en,
              to_zh, evidence, wish, at)
            values (:product, :version, :attribute_en, :attribute_zh, :from_en, :from_zh, :to_en, :to_zh, :evidence,
              :wish, :at)""";

    private static final String CHANGES = """
            select c.number, c.product, c.version, c.attribute_en, c.attribute_zh, c.from_en, c.from_zh, c.to_en,
              c.to_zh, c.evidence, c.wish, c.at, w.number as wish_number, w.title
            from community.spec_change c left join community.wish w on w.id = c.wish""";

    private static final String OF_VERSION =
            CHANGES + " where c.product = :product and c.version = :version order by c.number";

    private static final String OF_PRODUCT = CHANGES + " where c.product = :product order by c.number";

    private static final String WISHED = CHANGES + """
             where c.product = :product and c.version <= :version and c.wish is not null
            order by c.number desc limit :limit""";

    private static final String OF_WISH = CHANGES + " where c.wish = :wish order by c.number";

    private static final String VERSIONS = """
            select version, at from community.spec_version where product = :product
            order by version desc limit :limit""";

    private static final String VERSION = """
            select version, at from community.spec_version where product = :product and version = :version""";

    private final JdbcClient jdbc;

    SpecStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Product product, Instant at) {
        jdbc.sql(PUT)
                .param("id", product.id())
                .param("en", product.name().get("en"))
                .param("zh", product.name().get("zh"))
                .param("days", product.askAfterDays())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Product> products() {
        return jdbc.sql(ALL).query((row, index) -> product(row)).list();
    }

    Optional<Product> product(String id) {
        return jdbc.sql(ONE).param("id", id).query((row, index) -> product(row)).optional();
    }

    Optional<Product> lock(String id) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .query((row, index) -> product(row))
                .optional();
    }

    /// The last version of a product; 0: none, or no such product.
    int last(String product) {
        return jdbc.sql(LAST).param("product", product).query(Integer.class).single();
    }

    /// Joins the running transaction, which holds the product's lock.
    void publish(String product, int version, List<Change> changes, String operator, Instant at) {
        jdbc.sql(PUBLISH)
                .param("product", product)
                .param("version", version)
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
        for (Change change : changes) {
            WishId wish = change.wish();
            jdbc.sql(CHANGE)
                    .param("product", product)
                    .param("version", version)
                    .param("attribute_en", change.attribute().get("en"))
                    .param("attribute_zh", change.attribute().get("zh"))
                    .param("from_en", change.from().get("en"))
                    .param("from_zh", change.from().get("zh"))
                    .param("to_en", change.to().get("en"))
                    .param("to_zh", change.to().get("zh"))
                    .param("evidence", change.evidence())
                    .param("wish", wish == null ? null : wish.value())
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    PublishedVersion version(String product, int version) {
        List<ChangeRecord> changes = jdbc.sql(OF_VERSION)
                .param("product", product)
                .param("version", version)
                .query((row, index) -> change(row))
                .list();
        return jdbc.sql(VERSION)
                .param("product", product)
                .param("version", version)
                .query((row, index) -> new PublishedVersion(row.getInt("version"), at(row), changes))
                .single();
    }

    List<PublishedVersion> versions(String product, int limit) {
        Map<Integer, List<ChangeRecord>> changes = new LinkedHashMap<>();
        jdbc.sql(OF_PRODUCT)
                .param("product", product)
                .query((row, index) -> change(row))
                .list()
                .forEach(change -> changes.computeIfAbsent(change.version(), version -> new ArrayList<>())
                        .add(change));
        return jdbc.sql(VERSIONS)
                .param("product", product)
                .param("limit", limit)
                .query((row, index) -> new PublishedVersion(
                        row.getInt("version"), at(row), changes.getOrDefault(row.getInt("version"), List.of())))
                .list();
    }

    List<ChangeRecord> wished(SpecVersion spec, int limit) {
        return jdbc.sql(WISHED)
                .param("product", spec.product())
                .param("version", spec.version())
                .param("limit", limit)
                .query((row, index) -> change(row))
                .list();
    }

    List<ChangeRecord> of(WishId wish) {
        return jdbc.sql(OF_WISH)
                .param("wish", wish.value())
                .query((row, index) -> change(row))
                .list();
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(row.getString("id"), texts(row, "name"), row.getInt("ask_after_days"));
    }

    static ChangeRecord change(ResultSet row) throws SQLException {
        @Nullable UUID wish = row.getObject("wish", UUID.class);
        Change change = new Change(
                texts(row, "attribute"),
                texts(row, "from"),
                texts(row, "to"),
                row.getString("evidence"),
                wish == null ? null : new WishId(wish));
        return new ChangeRecord(
                row.getLong("number"),
                row.getString("product"),
                row.getInt("version"),
                change,
                row.getObject("wish_number", Long.class),
                row.getString("title"),
                at(row));
    }

    private static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Map.of("en", row.getString(column + "_en"), "zh", row.getString(column + "_zh"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}

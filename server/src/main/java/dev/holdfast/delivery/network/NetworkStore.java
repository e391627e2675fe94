package dev.holdfast.delivery.network;

import dev.holdfast.delivery.network.StoreView.Capability;
import dev.holdfast.delivery.network.StoreView.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of centres and stores: a few hundred, written a file at a time.
final class NetworkStore {
    private static final String PUT_CENTRES = """
            insert into delivery.centre (region, name_en, name_zh, city, stock, inspection_bays, hand_over_bays,
              after_sales, time_zone, weekdays, opens, closes, closed_on)
            select * from unnest(:regions::text[], :en::text[], :zh::text[], :cities::text[], :stock::int[],
              :inspection::int[], :handOver::int[], :afterSales::boolean[], :zones::text[], :weekdays::text[],
              :opens::text[], :closes::text[], :closedOn::text[])
            on conflict (region) do update set name_en = excluded.name_en, name_zh = excluded.name_zh,
              city = excluded.city, stock = excluded.stock, inspection_bays = excluded.inspection_bays,
              hand_over_bays = excluded.hand_over_bays, after_sales = excluded.after_sales,
              time_zone = excluded.time_zone, weekdays = excluded.weekdays, opens = excluded.opens,
              closes = excluded.closes, closed_on = excluded.closed_on
            """;

    private static final String PUT_STORES = """
            insert into delivery.store (id, region, kind, name_en, name_zh, city, capabilities, open)
            select n.*, true from unnest(:ids::text[], :regions::text[], :kinds::text[], :en::text[], :zh::text[],
              :cities::text[], :capabilities::text[]) as n
            on conflict (id) do update set region = excluded.region, kind = excluded.kind,
              name_en = excluded.name_en, name_zh = excluded.name_zh, city = excluded.city,
              capabilities = excluded.capabilities, open = true
            """;

    private static final String CLOSE = "update delivery.store set open = false where open and id <> all (:ids)";

    private static final String CENTRES = "select * from delivery.centre order by region";

    private static final String STORES = "select * from delivery.store order by id";

    private final JdbcClient jdbc;

    NetworkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void putCentres(Collection<Centre> centres) {
        jdbc.sql(PUT_CENTRES)
                .param("regions", texts(centres, Centre::region))
                .param("en", texts(centres, centre -> centre.name().getOrDefault("en", "")))
                .param("zh", texts(centres, centre -> centre.name().getOrDefault("zh", "")))
                .param("cities", texts(centres, Centre::city))
                .param("stock", texts(centres, Centre::stock))
                .param("inspection", texts(centres, Centre::inspectionBays))
                .param("handOver", texts(centres, Centre::handOverBays))
                .param("afterSales", texts(centres, Centre::afterSales))
                .param("zones", texts(centres, Centre::timeZone))
                .param("weekdays", texts(centres, Centre::weekdays))
                .param("opens", texts(centres, Centre::opens))
                .param("closes", texts(centres, Centre::closes))
                .param("closedOn", texts(centres, Centre::closedOn))
                .update();
    }

    /// @return how many are in the file no more, and are closed from now on
    int putStores(Collection<StoreView> stores) {
        jdbc.sql(PUT_STORES)
                .param("ids", texts(stores, StoreView::id))
                .param("regions", texts(stores, StoreView::region))
                .param("kinds", texts(stores, StoreView::kind))
                .param("en", texts(stores, store -> store.name().getOrDefault("en", "")))
                .param("zh", texts(stores, store -> store.name().getOrDefault("zh", "")))
                .param("cities", texts(stores, StoreView::city))
                .param("capabilities", texts(stores, NetworkStore::capabilities))
                .update();
        return jdbc.sql(CLOSE).param("ids", texts(stores, StoreView::id)).update();
    }

    List<Centre> centres() {
        return jdbc.sql(CENTRES).query((row, number) -> centre(row)).list();
    }

    List<StoreView> stores() {
        return jdbc.sql(STORES).query((row, number) -> store(row)).list();
    }

    private static String capabilities(StoreView store) {
        return store.capabilities().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static <T> String[] texts(Collection<T> rows, Function<? super T, ? extends Object> of) {
        return rows.stream().map(row -> String.valueOf(of.apply(row))).toArray(String[]::new);
    }

    private static Centre centre(ResultSet row) throws SQLException {
        return new Centre(
                row.getString("region"),
                name(row),
                row.getString("city"),
                row.getInt("stock"),
                row.getInt("inspection_bays"),
                row.getInt("hand_over_bays"),
                row.getBoolean("after_sales"),
                row.getString("time_zone"),
                row.getString("weekdays"),
                row.getString("opens"),
                row.getString("closes"),
                row.getString("closed_on"));
    }

    private static StoreView store(ResultSet row) throws SQLException {
        List<Capability> capabilities = Arrays.stream(
                        row.getString("capabilities").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(Capability::valueOf)
                .toList();
        return new StoreView(
                row.getString("id"),
                row.getString("region"),
                Kind.valueOf(row.getString("kind")),
                name(row),
                row.getString("city"),
                capabilities,
                row.getBoolean("open"));
    }

    private static Map<String, String> name(ResultSet row) throws SQLException {
        return Map.of("en", row.getString("name_en"), "zh", row.getString("name_zh"));
    }
}

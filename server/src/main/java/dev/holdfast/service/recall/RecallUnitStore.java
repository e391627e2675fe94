package dev.holdfast.service.recall;

import dev.holdfast.delivery.unit.Traced;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of units called back, and of the attempts to reach those who have them.
final class RecallUnitStore {
    private static final String LIST = """
            insert into service.recall_unit (recall, serial, launch, delivered, order_id, member)
            select :recall, n.serial, n.launch, n.delivered, n.order_id, n.member
            from unnest(:serials::text[], :launches::int[], :delivered::boolean[], :orders::uuid[], :members::text[])
              as n (serial, launch, delivered, order_id, member)
            """;

    private static final String SELECT = """
            select u.recall, u.serial, u.launch, u.delivered, u.order_id, u.member, u.remedied_at, u.place,
              u.remedied_by from service.recall_unit u
            """;

    private static final String PAGE = SELECT + """
             where u.recall = :recall and u.serial > :after and (not :open or u.delivered and u.remedied_at is null
              and not exists (select 1 from service.recall_contact c where c.recall = u.recall
                and c.serial = u.serial and c.outcome in ('REACHED', 'DECLINED')))
            order by u.serial limit :limit
            """;

    private static final String FIND = SELECT + " where u.recall = :recall and u.serial = :serial";

    private static final String OF_ORDER =
            SELECT + " where u.recall = :recall and u.order_id = :order order by u.serial";

    private static final String CONTACTS = """
            select serial, way, outcome, at, actor, words from service.recall_contact
            where recall = :recall and serial = any (:serials) order by serial, number
            """;

    private static final String CONTACT = """
            insert into service.recall_contact (recall, serial, way, outcome, at, actor, words)
            select :recall, n.serial, :way, n.outcome, :at, :actor, :words
            from unnest(:serials::text[], :outcomes::text[]) as n (serial, outcome)
            """;

    private static final String REMEDY = """
            update service.recall_unit set remedied_at = :at, place = :place, remedied_by = :actor
            where recall = :recall and serial = :serial and remedied_at is null
            """;

    /// Letters of whose fate nothing is known, of recalls that are under way.
    private static final String QUEUED = """
            select c.recall, c.serial from service.recall r join service.recall_contact c on c.recall = r.number
            where r.closed_at is null and c.way = 'MAIL' and c.outcome = 'QUEUED'
              and not exists (select 1 from service.recall_contact l where l.recall = c.recall
                and l.serial = c.serial and l.way = 'MAIL' and l.number > c.number)
            order by c.number limit :limit for update of c skip locked
            """;

    private final JdbcClient jdbc;

    RecallUnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Letter(int recall, String serial) {}

    void list(int recall, List<Traced> units) {
        jdbc.sql(LIST)
                .param("recall", recall)
                .param("serials", units.stream().map(Traced::serial).toArray(String[]::new))
                .param("launches", units.stream().map(Traced::launch).toArray(Integer[]::new))
                .param(
                        "delivered",
                        units.stream().map(RecallUnitStore::delivered).toArray(Boolean[]::new))
                .param("orders", column(units, one -> one.order() == null ? null : String.valueOf(one.order())))
                .param("members", column(units, Traced::member))
                .update();
    }

    private static boolean delivered(Traced unit) {
        return unit.state() == UnitState.DELIVERED;
    }

    private static @Nullable String[] column(List<Traced> units, Function<Traced, @Nullable String> of) {
        @Nullable String[] texts = new String[units.size()];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = of.apply(units.get(at));
        }
        return texts;
    }

    /// @param unreached only those whose owners nobody has reached
    List<RecallUnit> page(int recall, boolean unreached, String after, int limit) {
        List<RecallUnit> page = jdbc.sql(PAGE)
                .param("recall", recall)
                .param("open", unreached)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> unit(row))
                .list();
        Map<String, List<Contact>> contacts =
                contacts(recall, page.stream().map(RecallUnit::serial).toList());
        return page.stream()
                .map(unit -> unit.with(contacts.getOrDefault(unit.serial(), List.of())))
                .toList();
    }

    Optional<RecallUnit> find(int recall, String serial) {
        return jdbc.sql(FIND)
                .param("recall", recall)
                .param("serial", serial)
                .query((row, number) -> unit(row))
                .optional()
                .map(unit -> unit.with(contacts(recall, List.of(serial)).getOrDefault(serial, List.of())));
    }

    List<RecallUnit> ofOrder(int recall, OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("recall", recall)
                .param("order", order.value())
                .query((row, number) -> unit(row))
                .list();
    }

    private Map<String, List<Contact>> contacts(int recall, List<String> serials) {
        Map<String, List<Contact>> contacts = new HashMap<>();
        jdbc.sql(CONTACTS)
                .param("recall", recall)
                .param("serials", serials.toArray(String[]::new))
                .query((ResultSet row) -> {
                    contacts.computeIfAbsent(row.getString("serial"), none -> new ArrayList<>())
                            .add(contact(row));
                });
        return contacts;
    }

    /// The same attempt at each of these, with what came of it.
    void contact(int recall, Way way, Map<String, Reached> outcomes, Instant at, String actor, String words) {
        List<Map.Entry<String, Reached>> rows = List.copyOf(outcomes.entrySet());
        jdbc.sql(CONTACT)
                .param("recall", recall)
                .param("way", way.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("words", words)
                .param("serials", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "outcomes",
                        rows.stream().map(row -> row.getValue().name()).toArray(String[]::new))
                .update();
    }

    /// @return false: it was remedied before
    boolean remedy(int recall, String serial, String place, Instant at, String actor) {
        return jdbc.sql(REMEDY)
                        .param("recall", recall)
                        .param("serial", serial)
                        .param("place", place)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("actor", actor)
                        .update()
                > 0;
    }

    List<Letter> queued(int limit) {
        return jdbc.sql(QUEUED)
                .param("limit", limit)
                .query((row, number) -> new Letter(row.getInt("recall"), row.getString("serial")))
                .list();
    }

    private static RecallUnit unit(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        OffsetDateTime remediedAt = row.getObject("remedied_at", OffsetDateTime.class);
        return new RecallUnit(
                row.getInt("recall"),
                row.getString("serial"),
                row.getInt("launch"),
                row.getBoolean("delivered"),
                order == null ? null : new OrderId(order),
                row.getString("member"),
                remediedAt == null
                        ? null
                        : new RecallUnit.Remedied(
                                remediedAt.toInstant(), row.getString("place"), row.getString("remedied_by")),
                List.of());
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("serial"),
                Way.valueOf(row.getString("way")),
                Reached.valueOf(row.getString("outcome")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("words"));
    }
}

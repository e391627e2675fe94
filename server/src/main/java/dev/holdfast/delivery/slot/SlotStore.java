package dev.holdfast.delivery.slot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of slots. A place in one is taken by one statement that finds it free: nobody waits for a lock that
/// somebody who thinks it over holds.
final class SlotStore {
    static final String GUARD = " and taken < capacity";

    /// Enough to choose from; a centre opens some weeks at a time.
    static final int MAX_OPEN = 500;

    private static final String SELECT = """
            select number, place, region, bay, from_at, to_at, capacity, taken from delivery.slot
            """;

    private static final String BY_NUMBER = SELECT + " where number = :slot";

    private static final String OPEN = SELECT + """
             where region = :region and from_at > :now and taken < capacity order by from_at, place, bay limit :max
            """;

    private static final String OF_PLACE = SELECT + """
             where place = :place and from_at >= :begin and from_at < :end order by from_at, bay limit :max
            """;

    /// In the order of their numbers, as whoever moves from one to another takes them.
    private static final String LOCK = SELECT + """
             where place = any (:places) and to_at > :now order by number for update
            """;

    private static final String PUT = """
            insert into delivery.slot (place, region, bay, from_at, to_at, capacity)
            select * from unnest(:places::text[], :regions::text[], :bays::text[], :froms::timestamptz[],
              :tos::timestamptz[], :capacities::int[])
            on conflict (place, bay, from_at) do update set region = excluded.region, to_at = excluded.to_at,
              capacity = excluded.capacity
            """;

    private static final String TAKE = """
            update delivery.slot set taken = taken + 1 where number = :slot and from_at > :now
            """;

    private static final String GIVE_BACK = "update delivery.slot set taken = taken - 1 where number = :slot";

    private final JdbcClient jdbc;
    private final String guard;

    SlotStore(JdbcClient jdbc) {
        this(jdbc, GUARD);
    }

    /// @param guard what has to be true of a slot that is taken
    SlotStore(JdbcClient jdbc, String guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    Optional<Slot> byNumber(long slot) {
        return jdbc.sql(BY_NUMBER)
                .param("slot", slot)
                .query((row, number) -> slot(row))
                .optional();
    }

    List<Slot> open(String region, Instant now) {
        return jdbc.sql(OPEN)
                .param("region", region)
                .param("now", utc(now))
                .param("max", MAX_OPEN)
                .query((row, number) -> slot(row))
                .list();
    }

    List<Slot> ofPlace(String place, Instant from, Instant to) {
        return jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("begin", utc(from))
                .param("end", utc(to))
                .param("max", MAX_OPEN)
                .query((row, number) -> slot(row))
                .list();
    }

    /// Those that are not over, locked until the running transaction ends.
    List<Slot> lock(Collection<String> places, Instant now) {
        return jdbc.sql(LOCK)
                .param("places", places.toArray(String[]::new))
                .param("now", utc(now))
                .query((row, number) -> slot(row))
                .list();
    }

    void put(Collection<Slot> slots) {
        jdbc.sql(PUT)
                .param("places", slots.stream().map(Slot::place).toArray(String[]::new))
                .param("regions", slots.stream().map(Slot::region).toArray(String[]::new))
                .param("bays", slots.stream().map(slot -> slot.bay().name()).toArray(String[]::new))
                .param(
                        "froms",
                        slots.stream().map(slot -> slot.from().toString()).toArray(String[]::new))
                .param("tos", slots.stream().map(slot -> slot.to().toString()).toArray(String[]::new))
                .param("capacities", slots.stream().map(Slot::capacity).toArray(Integer[]::new))
                .update();
    }

    /// @return false: there is no place left in it, or it has begun
    boolean take(long slot, Instant now) {
        return jdbc.sql(TAKE + guard).param("slot", slot).param("now", utc(now)).update() > 0;
    }

    void giveBack(long slot) {
        jdbc.sql(GIVE_BACK).param("slot", slot).update();
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getLong("number"),
                row.getString("place"),
                row.getString("region"),
                Bay.valueOf(row.getString("bay")),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("to_at", OffsetDateTime.class).toInstant(),
                row.getInt("capacity"),
                row.getInt("taken"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

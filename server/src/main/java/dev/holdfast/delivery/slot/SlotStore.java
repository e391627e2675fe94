package dev.holdfast.delivery.slot;

import static dev.holdfast.kernel.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of slots. A place in one is taken by one statement that finds it free: nobody waits for a lock that
/// somebody who thinks it over holds.
final class SlotStore {
    private static final String GUARD = " and taken < capacity";

    /// Enough to choose from; a centre opens some weeks at a time.
    static final int MAX_OPEN = 500;

    private static final String SELECT = """
            select number, place, region, bay, from_at, to_at, capacity, taken from delivery.slot
            """;

    private static final String BY_NUMBER = SELECT + " where number = :slot";

    private static final String OPEN = SELECT + """
             where region = :region and from_at > :now and taken < capacity order by from_at, place, bay limit :max
            """;

    /// Where nobody waits longer: than the visit, if it is to this place, or else than whoever comes now. Who has a
    /// time there moves without waiting.
    private static final String OPEN_AT = SELECT + """
             where region = any (:regions) and from_at > :now and taken < capacity
              and (select count(*) from delivery.appointment a where a.region = slot.region and a.state = 'WAITING'
                and (a.invited_at is null or a.invited_at > :began)
                and not exists (select from delivery.appointment v where v.order_id = :visit and v.region = a.region
                  and (v.state <> 'WAITING' or (v.priority_at, v.order_id) <= (a.priority_at, a.order_id))))
                < (select sum(o.capacity - o.taken) from delivery.slot o
                  where o.region = slot.region and o.from_at > :now)
            order by from_at, place, bay limit :max
            """;

    private static final String OF_VISITS = """
            select a.order_id, s.number, s.place, s.region, s.bay, s.from_at, s.to_at, s.capacity, s.taken
            from delivery.appointment a join delivery.slot s on s.number = a.slot where a.order_id = any (:visits)
            """;

    private static final String OF_PLACE = SELECT + """
             where place = :place and from_at >= :begin and from_at < :end order by from_at, bay limit :max
            """;

    /// In the order of their numbers, as whoever moves from one to another takes them.
    private static final String LOCK = SELECT + """
             where place = any (:places) and to_at > :now order by number for update
            """;

    private static final String THESE = SELECT + " where number = any (:slots) order by number";

    private static final String LOCK_THESE = THESE + " for update";

    private static final String LOCK_FREE = THESE + " for no key update skip locked";

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

    private static final String TAKE_ALL = """
            update delivery.slot s set taken = s.taken + n.more
            from unnest(:slots::bigint[], :more::int[]) as n (slot, more) where s.number = n.slot
            """;

    private static final String GIVE_BACK = "update delivery.slot set taken = taken - 1 where number = :slot";

    private final JdbcClient jdbc;
    private final boolean guarded;

    SlotStore(JdbcClient jdbc) {
        this(jdbc, true);
    }

    /// @param guarded whether a place is taken only where one is free, and counted by one at a time; else it goes wrong
    SlotStore(JdbcClient jdbc, boolean guarded) {
        this.jdbc = jdbc;
        this.guarded = guarded;
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

    /// @param visit that somebody has; null: none yet
    /// @param began turns that began before this are over
    List<Slot> openAt(Collection<String> regions, @Nullable UUID visit, Instant began, Instant now) {
        return jdbc.sql(OPEN_AT)
                .param("regions", regions.toArray(String[]::new))
                .param("visit", visit, Types.OTHER)
                .param("began", utc(began))
                .param("now", utc(now))
                .param("max", MAX_OPEN)
                .query((row, number) -> slot(row))
                .list();
    }

    List<Slot> ofPlace(String place, Instant from, Instant to, int max) {
        return jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("begin", utc(from))
                .param("end", utc(to))
                .param("max", max)
                .query((row, number) -> slot(row))
                .list();
    }

    Map<UUID, Slot> ofVisits(Collection<UUID> visits) {
        Map<UUID, Slot> slots = new HashMap<>();
        jdbc.sql(OF_VISITS).param("visits", visits.toArray(UUID[]::new)).query((ResultSet row) -> {
            slots.put(row.getObject("order_id", UUID.class), slot(row));
        });
        return slots;
    }

    /// Those that are not over, locked until the running transaction ends.
    List<Slot> lock(Collection<String> places, Instant now) {
        return jdbc.sql(LOCK)
                .param("places", places.toArray(String[]::new))
                .param("now", utc(now))
                .query((row, number) -> slot(row))
                .list();
    }

    /// In the order of their numbers, until the running transaction ends.
    List<Slot> lockThese(Collection<Long> slots) {
        return jdbc.sql(LOCK_THESE)
                .param("slots", slots.toArray(Long[]::new))
                .query((row, number) -> slot(row))
                .list();
    }

    /// Those of them that nobody else has, until the running transaction ends.
    List<Slot> lockFree(Collection<Long> slots) {
        return jdbc.sql(guarded ? LOCK_FREE : THESE)
                .param("slots", slots.toArray(Long[]::new))
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
        return jdbc.sql(guarded ? TAKE + GUARD : TAKE)
                        .param("slot", slot)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /// @param more by slot, whose row the caller has; less than nothing gives back
    void take(Map<Long, Integer> more) {
        jdbc.sql(TAKE_ALL)
                .param("slots", more.keySet().toArray(Long[]::new))
                .param("more", more.values().toArray(Integer[]::new))
                .update();
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
}

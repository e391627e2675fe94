package dev.holdfast.delivery.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Very many at once for very few places, at two servers: with the guard off, which has to go wrong, and with it on.
class SlotRaceTest {
    private static final int PEOPLE = 1_000;
    private static final int PLACES = 50;

    /// As many as find a connection within its time, on however slow a machine.
    private static final int AT_ONCE = 100;

    @Test
    void a_thousand_people_for_fifty_places_end_with_fifty() throws Exception {
        try (SlotWorld world = new SlotWorld()) {
            long slot = elsewhereToo(world);
            assertThat(bookAtOnce(world, 0, slot)).isEqualTo(PLACES);
            assertThat(world.taken(slot)).isEqualTo(PLACES);
            assertThat(holding(world, slot)).isEqualTo(PLACES);
        }
    }

    /// Whether two meet is up to the machine: the race is run until they do, twenty times at most.
    @Test
    void without_the_condition_more_get_in_than_there_are_places() throws Exception {
        try (SlotWorld world = new SlotWorld(false)) {
            world.jdbc
                    .sql("alter table delivery.slot drop constraint slot_capacity")
                    .update();
            long slot = elsewhereToo(world);
            boolean tooMany = false;
            for (int round = 0; round < 20 && !tooMany; round++) {
                world.jdbc
                        .sql("update delivery.slot set taken = 0 where number = ?")
                        .param(slot)
                        .update();
                tooMany = bookAtOnce(world, round, slot) > PLACES;
            }
            assertThat(tooMany)
                    .as("without the condition nothing went wrong either")
                    .isTrue();
        }
    }

    @Test
    void whoever_changes_places_with_another_waits_for_nobody_in_a_circle() throws Exception {
        try (SlotWorld world = new SlotWorld()) {
            List<Long> slots = List.of(world.open(9, 2), world.open(10, 2));
            List<OrderId> orders = people(world, 0, 2);
            for (int fan = 0; fan < 2; fan++) {
                world.book(orders.get(fan), "fan-" + fan, slots.get(fan));
            }
            for (int round = 1; round <= 40; round++) {
                List<Callable<Choice>> moves = new ArrayList<>();
                for (int fan = 0; fan < 2; fan++) {
                    String member = "fan-" + fan;
                    OrderId order = orders.get(fan);
                    long wanted = slots.get((fan + round) % 2);
                    moves.add(() -> world.hold(order, member, wanted));
                }
                assertThat(Fans.atOnce(moves)).hasSize(2);
            }
            assertThat(slots.stream().mapToInt(world::taken)).containsExactly(1, 1);
        }
    }

    /// A batch counts as each alone would, also those whom it served itself.
    @Test
    void places_go_to_those_whose_turn_it_is_whoever_asks_first() throws Exception {
        try (SlotWorld world = new SlotWorld()) {
            long slot = world.open(9, PLACES);
            List<OrderId> orders = people(world, 0, 2 * PLACES);
            List<UUID> inTurn = world.jdbc
                    .sql("select order_id from delivery.appointment order by priority_at, order_id limit " + PLACES)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            List<Callable<Boolean>> bookings = IntStream.range(0, orders.size())
                    .mapToObj(fan ->
                            (Callable<Boolean>) () -> booked(server(world, fan), orders.get(fan), "fan-" + fan, slot))
                    .toList();
            List<Boolean> booked = Fans.atOnce(bookings);
            assertThat(IntStream.range(0, orders.size())
                            .filter(booked::get)
                            .mapToObj(fan -> orders.get(fan).value()))
                    .containsExactlyInAnyOrderElementsOf(inTurn);
        }
    }

    @Test
    void nobody_waits_for_a_slot_that_somebody_else_has_locked() throws Exception {
        try (SlotWorld world = new SlotWorld()) {
            long locked = world.open(9, 2);
            // Of two that follow each other one waits in the same stripe as the locked one.
            List<Long> free = List.of(world.open(10, 2), world.open(11, 2));
            List<OrderId> orders = people(world, 0, 3);
            CompletableFuture<Choice> waits = world.transactions.execute(status -> {
                world.store.lockThese(List.of(locked));
                CompletableFuture<Choice> first =
                        CompletableFuture.supplyAsync(() -> world.hold(orders.getFirst(), "fan-0", locked));
                CompletableFuture.runAsync(() -> untilLocked(world)).join();
                for (int at = 0; at < 2; at++) {
                    String member = "fan-" + (at + 1);
                    OrderId order = orders.get(at + 1);
                    long wanted = free.get(at);
                    CompletableFuture<Choice> other =
                            CompletableFuture.supplyAsync(() -> world.hold(order, member, wanted));
                    assertThat(other.orTimeout(1, TimeUnit.MINUTES)
                                    .join()
                                    .appointment()
                                    .slot())
                            .isEqualTo(wanted);
                }
                assertThat(first).isNotDone();
                return first;
            });
            assertThat(waits.orTimeout(1, TimeUnit.MINUTES).join().appointment().slot())
                    .isEqualTo(locked);
        }
    }

    /// Until somebody waits for the row.
    private static void untilLocked(SlotWorld world) {
        String waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database() and query like '%delivery.slot%'";
        while (world.jdbc.sql(waiting).query(Integer.class).single() == 0) {
            Thread.onSpinWait();
        }
    }

    private static Slots server(SlotWorld world, int fan) {
        return fan % 2 == 0 ? world.slots : world.elsewhere;
    }

    /// There is room for all of them at other times, so that it is nobody's turn but everybody's.
    private static long elsewhereToo(SlotWorld world) {
        IntStream.range(0, 21)
                .forEach(day -> world.open(
                        "centre:south,hand_over,2026-12-%02dT09:00,2026-12-%02dT10:00,60".formatted(day + 1, day + 1)));
        world.jdbc.sql("update delivery.slot set region = 'north'").update();
        return world.open(9, PLACES);
    }

    private static long bookAtOnce(SlotWorld world, int round, long slot) throws Exception {
        List<OrderId> orders = people(world, round, PEOPLE);
        Semaphore door = new Semaphore(AT_ONCE);
        List<Callable<Boolean>> bookings = new ArrayList<>();
        for (int fan = 0; fan < PEOPLE; fan++) {
            String member = "fan-" + fan;
            OrderId order = orders.get(fan);
            Slots at = server(world, fan);
            bookings.add(() -> {
                door.acquire();
                try {
                    return booked(at, order, member, slot);
                } finally {
                    door.release();
                }
            });
        }
        return Fans.atOnce(bookings).stream().filter(done -> done).count();
    }

    private static boolean booked(Slots at, OrderId order, String member, long slot) {
        try {
            Choice choice = at.hold(order, slot, new Asker(member, false));
            assertThat(choice.appointment().order()).isEqualTo(order);
            assertThat(choice.slot()).extracting(Slot::number).isEqualTo(slot);
            return true;
        } catch (Problem refused) {
            assertThat(refused.code()).isIn("slot_gone", "not_your_turn");
            return false;
        }
    }

    private static int holding(SlotWorld world, long slot) {
        return world.jdbc
                .sql("select count(*) from delivery.appointment where slot = ? and state = 'HELD'")
                .param(slot)
                .query(Integer.class)
                .single();
    }

    /// Appointments as they stand once units have arrived: the race is about slots, not about how units come.
    private static List<OrderId> people(SlotWorld world, int round, int number) {
        world.jdbc
                .sql("update delivery.appointment set state = 'GONE', slot = null, held_until = null")
                .update();
        List<OrderId> orders = IntStream.range(0, number)
                .mapToObj(fan -> OrderId.of(1, round * 10_000L + fan, fan))
                .toList();
        world.jdbc
                .sql("""
                        insert into delivery.appointment (order_id, member, region, priority_at, state, since)
                        select id, 'fan-' || (number - 1), 'north', now(), 'WAITING', now()
                        from unnest(?::uuid[]) with ordinality as n (id, number)
                        """)
                .param(orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .update();
        return orders;
    }
}

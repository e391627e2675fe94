package dev.holdfast.delivery.slot;

import static dev.holdfast.delivery.slot.SlotWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.personal.KeptRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When an owner takes over what arrived: by a rule each.
class SlotsTest {
    private final SlotWorld world = new SlotWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void slots_are_open_to_an_order_once_its_unit_has_really_arrived() {
        long slot = world.open(9, 2);
        OrderId order = world.order("ann", "shipped");
        assertThat(refused(() -> world.look(order, "ann"))).isEqualTo("no_unit_here");
        assertThat(refused(() -> world.hold(order, "ann", slot))).isEqualTo("no_unit_here");
        world.unit("ann", "arrived");
        Choice choice = world.look(order, "ann");
        assertThat(choice.turn()).isTrue();
        assertThat(choice.open()).extracting(Slot::number).containsExactly(slot);
        assertThat(choice.appointment().state()).isEqualTo(State.WAITING);
    }

    @Test
    void nobody_sees_or_books_for_an_order_that_is_not_theirs() {
        long slot = world.open(9, 2);
        OrderId order = world.order("ann", "arrived");
        assertThat(refused(() -> world.look(order, "bob"))).isEqualTo("unknown_order");
        assertThat(refused(() -> world.hold(order, "bob", slot))).isEqualTo("unknown_order");
        world.hold(order, "ann", slot);
        Asker operator = new Asker("operator", true);
        assertThat(refused(() -> world.slots.confirm(order, operator))).isEqualTo("unknown_order");
        assertThat(refused(() -> world.slots.release(order, operator))).isEqualTo("unknown_order");
    }

    @Test
    void a_slot_elsewhere_does_not_exist_for_an_order() {
        world.open(9, 2);
        world.open("centre:south,express,2026-11-21T10:00,2026-11-21T11:00,1");
        long south = world.jdbc
                .sql("select number from delivery.slot where region = 'south'")
                .query(Long.class)
                .single();
        OrderId order = world.order("ann", "ready");
        assertThat(refused(() -> world.hold(order, "ann", south))).isEqualTo("unknown_slot");
        assertThat(refused(() -> world.hold(order, "ann", 4711))).isEqualTo("unknown_slot");
    }

    @Test
    void a_slot_that_is_held_and_not_confirmed_goes_back_after_a_quarter_of_an_hour() {
        long slot = world.open(9, 1);
        OrderId order = world.order("ann", "ready");
        assertThat(world.hold(order, "ann", slot).appointment().state()).isEqualTo(State.HELD);
        world.forward(Duration.ofMinutes(14));
        assertThat(world.taken(slot)).isEqualTo(1);
        world.clock.forward(Duration.ofMinutes(1));
        assertThat(refused(() -> world.slots.confirm(order, new Asker("ann", false))))
                .isEqualTo("no_slot");
        world.round.round();
        assertThat(world.taken(slot)).isZero();
        assertThat(world.look(order, "ann").appointment().state()).isEqualTo(State.WAITING);
    }

    @Test
    void whoever_confirms_is_shown_what_they_have_and_nothing_else() {
        long slot = world.open(9, 1);
        world.open(10, 1);
        Choice booked = world.book(world.order("ann", "ready"), "ann", slot);
        assertThat(booked.slot()).extracting(Slot::number).isEqualTo(slot);
        assertThat(booked.open()).isEmpty();
    }

    @Test
    void moving_takes_the_new_one_before_it_gives_the_old_one_back_and_keeps_the_turn() {
        long early = world.open(9, 1);
        long late = world.open(10, 1);
        OrderId ann = world.order("ann", "ready");
        OrderId bob = world.order("bob", "ready");
        var before = world.book(ann, "ann", early).appointment();
        world.book(bob, "bob", late);
        assertThat(refused(() -> world.hold(ann, "ann", late))).isEqualTo("slot_gone");
        assertThat(world.taken(early)).isEqualTo(1);
        long third = world.open(11, 1);
        world.clock.forward(Duration.ofMinutes(5));
        Choice there = world.hold(ann, "ann", third);
        assertThat(there.slot()).isEqualTo(world.look(ann, "ann").slot());
        assertThat(there.open()).isEmpty();
        var moved = there.appointment();
        assertThat(moved.state()).isEqualTo(State.CONFIRMED);
        assertThat(moved.priorityAt()).isEqualTo(before.priorityAt());
        assertThat(world.taken(early)).isZero();
        assertThat(world.taken(third)).isEqualTo(1);
        world.slots.release(ann, new Asker("ann", false));
        assertThat(world.taken(third)).isZero();
        assertThat(refused(() -> world.slots.release(ann, new Asker("ann", false))))
                .isEqualTo("no_slot");
    }

    @Test
    void what_is_free_is_kept_for_whoever_waits_longest_for_a_day_and_no_longer() {
        world.reads("ann");
        world.reads("bob");
        OrderId ann = world.order("ann", "ready");
        world.clock.forward(Duration.ofMinutes(1));
        OrderId bob = world.order("bob", "ready");
        world.round.round();
        assertThat(world.letters("ann")).isEmpty();
        world.open("centre:north,hand_over,2026-11-24T09:00,2026-11-24T10:00,1");
        world.forward(Duration.ofMinutes(1));
        world.round.round();
        assertThat(world.letters("ann")).containsExactly("slot_invited");
        assertThat(world.letters("bob")).isEmpty();
        assertThat(world.desk.backlog(SlotWorld.CENTRE, 9, SlotWorld.OPERATOR))
                .extracting(Backlog::order)
                .containsExactly(ann, bob);
        Choice choice = world.look(bob, "bob");
        long slot = choice.open().getFirst().number();
        assertThat(choice.turn()).isFalse();
        assertThat(refused(() -> world.hold(bob, "bob", slot))).isEqualTo("not_your_turn");
        world.forward(Duration.ofHours(25));
        assertThat(world.letters("bob")).containsExactly("slot_invited");
        assertThat(world.hold(bob, "bob", slot).appointment().state()).isEqualTo(State.HELD);
    }

    @Test
    void whoever_does_not_come_keeps_their_turn_once() {
        world.reads("ann");
        OrderId ann = world.order("ann", "ready");
        long slot = world.open(14, 1);
        var first = world.book(ann, "ann", slot).appointment();
        world.forward(Duration.ofHours(2));
        world.forward(Duration.ofMinutes(1));
        assertThat(world.letters("ann")).containsExactly("slot_confirmed", "slot_reminded");
        world.forward(Duration.ofHours(26));
        assertThat(world.look(ann, "ann").appointment().missed()).isZero();
        world.forward(Duration.ofHours(1));
        var missed = world.look(ann, "ann").appointment();
        assertThat(missed.missed()).isEqualTo(1);
        assertThat(missed.state()).isEqualTo(State.WAITING);
        assertThat(missed.priorityAt()).isEqualTo(first.priorityAt());
        assertThat(world.taken(slot)).isZero();
        world.open("centre:north,hand_over,2026-11-23T09:00,2026-11-23T10:00,1");
        long again = world.look(ann, "ann").open().getFirst().number();
        world.book(ann, "ann", again);
        world.forward(Duration.ofDays(2));
        assertThat(world.look(ann, "ann").appointment().priorityAt()).isAfter(first.priorityAt());
        assertThat(world.letters("ann")).endsWith("slot_confirmed", "slot_missed");
    }

    @Test
    void a_unit_that_is_there_no_more_frees_its_slot_and_its_owner_is_told() {
        world.reads("ann");
        OrderId ann = world.order("ann", "ready");
        long slot = world.open(9, 1);
        world.book(ann, "ann", slot);
        world.clock.forward(Duration.ofMinutes(1));
        world.unit("ann", "damaged");
        world.round.round();
        assertThat(world.taken(slot)).isZero();
        assertThat(world.letters("ann")).endsWith("slot_withdrawn");
        assertThat(refused(() -> world.hold(ann, "ann", slot))).isEqualTo("no_unit_here");
        world.clock.forward(Duration.ofMinutes(1));
        world.unit("ann", "inspected");
        world.clock.forward(Duration.ofMinutes(1));
        world.unit("ann", "ready");
        assertThat(world.hold(ann, "ann", slot).appointment().state()).isEqualTo(State.HELD);
    }

    @Test
    void a_unit_that_was_handed_over_ends_its_appointment() {
        OrderId ann = world.order("ann", "ready");
        long slot = world.open(9, 1);
        world.book(ann, "ann", slot);
        world.clock.forward(Duration.ofMinutes(1));
        world.unit("ann", "delivered");
        world.round.round();
        assertThat(world.look(ann, "ann").appointment().state()).isEqualTo(State.DONE);
        assertThat(world.taken(slot)).isEqualTo(1);
        assertThat(refused(() -> world.hold(ann, "ann", slot))).isEqualTo("no_unit_here");
    }

    @Test
    void who_looks_or_thinks_it_over_keeps_nobody_from_another_slot() throws SQLException {
        long first = world.open(9, 1);
        long second = world.open(10, 1);
        OrderId ann = world.order("ann", "ready");
        try (Connection slow = world.delivery.world.database().connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update delivery.slot set taken = taken + 1 where number = " + first);
            for (int look = 0; look < 50; look++) {
                assertThat(world.look(ann, "ann").open()).hasSize(2);
            }
            assertThat(world.hold(ann, "ann", second).appointment().state()).isEqualTo(State.HELD);
            slow.rollback();
        }
        assertThat(world.taken(first)).isZero();
    }

    @Test
    void what_is_kept_of_a_member_is_told_and_ends_with_them() {
        long slot = world.open(9, 1);
        world.book(world.order("ann", "ready"), "ann", slot);
        KeptAppointments kept = SlotBeans.keptAppointments(world.jdbc);
        assertThat(kept.tables())
                .allSatisfy(table ->
                        assertThat(KeptRows.of(world.jdbc, table, "ann", 9)).isNotEmpty());
        kept.erase("ann", "gone-1");
        assertThat(kept.tables())
                .allSatisfy(table ->
                        assertThat(KeptRows.of(world.jdbc, table, "ann", 9)).isEmpty());
        assertThat(KeptRows.of(world.jdbc, kept.tables().getFirst(), "gone-1", 9))
                .hasSize(1);
    }
}

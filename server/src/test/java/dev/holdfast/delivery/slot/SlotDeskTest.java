package dev.holdfast.delivery.slot;

import static dev.holdfast.delivery.slot.SlotWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.delivery.network.StaffAct;
import dev.holdfast.delivery.slot.SlotDesk.Clerk;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who opens times, where, and how many at once.
class SlotDeskTest {
    private static final Clerk PORTER = new Clerk("porter", false);

    private final SlotWorld world = new SlotWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_row_opens_a_day_in_pieces_and_the_same_row_once_more_changes_nothing() {
        String day = "centre:north,hand_over,2026-11-23T09:00,2026-11-23T17:30,6,60";
        for (int again = 0; again < 2; again++) {
            assertThat(minutes(day)).isEqualTo(8);
            assertThat(world.desk
                            .day(SlotWorld.CENTRE, "2026-11-23", SlotWorld.OPERATOR)
                            .slots())
                    .hasSize(8)
                    .allSatisfy(slot -> assertThat(slot.capacity()).isEqualTo(6));
        }
        assertThat(world.jdbc
                        .sql("select actor from member.audit where act = 'open_slots'")
                        .query(String.class)
                        .list())
                .containsExactly("operator", "operator");
    }

    private int minutes(String row) {
        return world.desk.open(SlotWorld.csv("place,bay,from,to,capacity,minutes\n" + row), SlotWorld.OPERATOR);
    }

    @Test
    void every_bad_row_is_named_and_nothing_is_opened() {
        assertThat(faults(
                        "centre:east,hand_over,2026-11-23T09:00,2026-11-23T10:00,1",
                        "corner,hand_over,2026-11-23T09:00,2026-11-23T10:00,1",
                        "larch,garage,2026-11-23T09:00,2026-11-23T10:00,1",
                        "larch,hand_over,monday,2026-11-23T10:00,1",
                        "larch,hand_over,2026-11-19T09:00,2026-11-19T10:00,1",
                        "larch,hand_over,2026-11-23T09:00,2026-11-23T09:00,1",
                        "centre:north,hand_over,2026-11-23T09:00,2026-11-23T10:00,61",
                        "centre:north,hand_over,2026-11-22T09:00,2026-11-22T10:00,1",
                        "centre:north,hand_over,2026-11-25T09:00,2026-11-25T10:00,1",
                        "centre:north,hand_over,2026-11-23T07:00,2026-11-23T10:00,1",
                        "larch,hand_over,2026-11-23T09:00,2026-11-23T10:00,1"))
                .containsExactly(
                        "2 place",
                        "3 place",
                        "4 bay",
                        "5 from",
                        "6 from",
                        "7 to",
                        "8 capacity",
                        "9 from",
                        "10 from",
                        "11 from");
        assertThat(world.desk.day("larch", "2026-11-23", SlotWorld.OPERATOR).slots())
                .isEmpty();
    }

    @Test
    void no_slot_becomes_smaller_than_what_is_booked_of_it_or_overlaps_another() {
        long slot = world.open(9, 2);
        world.open(10, 2);
        for (String fan : List.of("ann", "bob")) {
            world.book(world.order(fan, "ready"), fan, slot);
        }
        assertThat(faults(
                        "centre:north,hand_over,2026-11-21T09:00,2026-11-21T10:00,1",
                        "centre:north,hand_over,2026-11-21T09:00,2026-11-21T09:30,2",
                        "centre:north,hand_over,2026-11-21T10:30,2026-11-21T11:30,2"))
                .containsExactly("2 capacity", "3 to", "4 from");
        world.open("centre:north,hand_over,2026-11-21T09:00,2026-11-21T10:00,3");
        assertThat(world.store.byNumber(slot).orElseThrow().free()).isEqualTo(1);
    }

    @Test
    void what_is_free_is_closed_and_nobody_loses_what_they_have() {
        long taken = world.open(9, 2);
        long free = world.open(10, 2);
        long elsewhere = world.open("larch", 9, 2);
        OrderId ann = world.order("ann", "ready");
        world.book(ann, "ann", taken);
        assertThat(close(taken, free, elsewhere)).isEqualTo(2);
        assertThat(world.store.byNumber(taken).orElseThrow())
                .extracting(Slot::taken, Slot::capacity)
                .containsExactly(1, 1);
        assertThat(world.store.byNumber(elsewhere).orElseThrow().free()).isEqualTo(2);
        assertThat(world.look(ann, "ann").open()).extracting(Slot::number).containsExactly(elsewhere);
        assertThat(week().slots()).extracting(Slot::number).containsExactly(taken);
        assertThat(close(taken, free)).isZero();
        assertThat(world.jdbc
                        .sql("select detail from member.audit where act = 'close_slots'")
                        .query(String.class)
                        .list())
                .containsExactly("2 slots at centre:north");
        world.forward(Duration.ofDays(2));
        assertThat(world.desk.close("larch", List.of(elsewhere), SlotWorld.OPERATOR))
                .isZero();
    }

    private int close(Long... slots) {
        return world.desk.close(SlotWorld.CENTRE, List.of(slots), SlotWorld.OPERATOR);
    }

    private SlotDesk.Week week() {
        return world.desk.week(SlotWorld.CENTRE, "2026-11-20", SlotWorld.OPERATOR);
    }

    @Test
    void what_is_closed_is_in_nobodys_way() {
        close(world.open(9, 2));
        world.open("centre:north,hand_over,2026-11-21T09:30,2026-11-21T10:30,2");
        assertThat(faults("centre:north,hand_over,2026-11-21T09:00,2026-11-21T10:00,2"))
                .containsExactly("2 from");
        world.open(
                "centre:north,hand_over,2026-11-21T09:30,2026-11-21T10:30,0",
                "centre:north,hand_over,2026-11-21T09:00,2026-11-21T10:00,2");
        assertThat(week().slots()).extracting(Slot::capacity).containsExactly(2);
    }

    @Test
    void a_week_says_on_which_days_more_may_be_opened() {
        assertThat(week().toCome())
                .extracting(LocalDate::toString)
                .containsExactly("2026-11-21", "2026-11-23", "2026-11-24", "2026-11-26");
        assertThat(week().bays()).containsExactly(Bay.HAND_OVER, Bay.EXPRESS);
        assertThat(refused(() -> world.desk.week(SlotWorld.CENTRE, null, PORTER)))
                .isEqualTo("not_your_place");
        assertThat(refused(() -> world.desk.close(SlotWorld.CENTRE, List.of(1L), PORTER)))
                .isEqualTo("not_your_place");
    }

    @Test
    void staff_open_and_see_their_own_place_and_no_other() {
        world.network.staff("porter", "larch", true, "operator");
        assertThat(world.open(PORTER, "larch,express,2026-11-21T09:00,2026-11-21T10:00,1"))
                .isEqualTo(1);
        assertThat(world.network.acts("porter", "larch", 0, 9))
                .extracting(StaffAct::act)
                .containsExactly("open_slots");
        assertThat(refused(() -> world.open(PORTER, "centre:north,express,2026-11-21T09:00,2026-11-21T10:00,1")))
                .isEqualTo("invalid_slots");
        assertThat(refused(() -> world.desk.day(SlotWorld.CENTRE, null, PORTER)))
                .isEqualTo("not_your_place");
        assertThat(refused(() -> world.desk.backlog(SlotWorld.CENTRE, 9, PORTER)))
                .isEqualTo("not_your_place");
    }

    @Test
    void a_place_sees_who_comes_when() {
        long slot = world.open("larch", 9, 2);
        OrderId ann = world.order("ann", "ready");
        world.book(ann, "ann", slot);
        SlotDesk.Day day = world.desk.day("larch", "2026-11-21", SlotWorld.OPERATOR);
        assertThat(day.booked())
                .containsExactly(new Booked(ann, slot, Appointment.State.CONFIRMED, "U-ann", "offer-1"));
        assertThat(refused(() -> world.desk.day("larch", "soon", SlotWorld.OPERATOR)))
                .isEqualTo("invalid_parameter");
        assertThat(refused(() -> world.desk.day("corner", null, SlotWorld.OPERATOR)))
                .isEqualTo("invalid_parameter");
    }

    private List<String> faults(String... rows) {
        Problem refused = catchThrowableOfType(Problem.class, () -> world.open(rows));
        assertThat(refused.code()).isEqualTo("invalid_slots");
        return refused.faults().stream()
                .map(fault -> fault.line() + " " + fault.where())
                .toList();
    }
}

package dev.holdfast.delivery.handover;

import static dev.holdfast.delivery.handover.HandOverWorld.bench;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.delivery.handover.HandOverDesk.Bench;
import dev.holdfast.delivery.handover.HandOverDesk.Told;
import dev.holdfast.delivery.handover.Said.Kind;
import dev.holdfast.delivery.handover.Verdict.Outcome;
import dev.holdfast.delivery.network.StaffAct;
import dev.holdfast.delivery.unit.Quarantines;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.member.personal.KeptRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the first point to the owner's word: what was said counts once, whenever it arrives.
class HandOverTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    private final HandOverWorld world = new HandOverWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_signed_hand_over_delivers_the_unit_and_its_order_and_starts_the_warranty() {
        OrderId order = world.ready("ann");
        List<Said> all = world.everything();
        assertThat(world.desk
                        .tell(bench(order, "ann"), all.subList(0, all.size() - 1))
                        .delivered())
                .isFalse();
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.READY);
        assertThat(world.desk.look(bench(order, "ann")).missing()).containsExactly("done");
        Told told = world.desk.tell(bench(order, "ann"), List.of(all.getLast()));
        assertThat(told.delivered()).isTrue();
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.DELIVERED);
        HandOver seen = world.handOvers.look(order, new Asker("ann", false));
        assertThat(seen.warrantyFrom()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(seen.missing()).isEmpty();
        assertThat(world.delivery.server.units().look("U-ann").unit().state()).isEqualTo(UnitState.DELIVERED);
    }

    /// A tablet that loses its connection again and again, and two that send at the same time.
    @Test
    void whatever_arrives_twice_late_or_in_another_order_comes_to_the_same() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            String member = "ann-" + seed;
            OrderId order = world.ready(member);
            List<Said> all = world.everything();
            all.add(1, world.said(39, Kind.POINT, "outside", false, "A scratch"));
            all.add(5, world.said(33, Kind.POINT, "outside", true, "Polished"));
            List<Said> sent = new ArrayList<>(all);
            for (int again = 0; again < 6; again++) {
                sent.add(all.get(random.nextInt(all.size())));
            }
            Collections.shuffle(sent, random);
            int from = 0;
            while (from < sent.size()) {
                int to = Math.min(sent.size(), from + 1 + random.nextInt(4));
                assertThat(world.desk
                                .tell(bench(order, member), sent.subList(from, to))
                                .verdicts())
                        .noneMatch(verdict -> verdict.outcome() == Outcome.REFUSED);
                from = to;
            }
            HandOver seen = world.handOvers.look(order, new Asker(member, false));
            assertThat(seen.deliveredAt()).as("seed %d", seed).isNotNull();
            assertThat(seen.answers().values())
                    .filteredOn(answer -> answer.subject().equals("outside"))
                    .extracting(HandOver.Answer::text)
                    .containsExactly("Polished");
            assertThat(seen.notes()).hasSize(1);
            assertThat(world.network.acts(order)).hasSize(all.size());
        }
    }

    @Test
    void two_tablets_that_send_the_same_at_the_same_time_are_heard_once() throws Exception {
        OrderId order = world.ready("ann");
        List<Said> all = world.everything();
        List<Callable<Told>> senders = new ArrayList<>();
        for (int tablet = 0; tablet < 8; tablet++) {
            senders.add(() -> world.desk.tell(bench(order, "ann"), all));
        }
        assertThat(Fans.atOnce(senders)).allMatch(Told::delivered);
        assertThat(world.network.acts(order)).hasSize(all.size());
        assertThat(world.delivery.server.units().look("U-ann").steps())
                .filteredOn(step -> step.state() == UnitState.DELIVERED)
                .hasSize(1);
    }

    /// A tablet that was without a connection loses nothing of what was gone through meanwhile.
    @Test
    void what_is_in_quarantine_is_not_handed_over_and_what_was_said_counts_once_it_is_released() {
        OrderId order = world.ready("ann");
        Quarantines quarantines = world.delivery.server.quarantines();
        int stopped =
                quarantines.stopUnits(List.of("U-ann"), "swells", "quality").number();
        List<Said> all = world.everything();
        Told told = world.desk.tell(bench(order, "ann"), all);
        assertThat(told.delivered()).isFalse();
        assertThat(told.quarantined()).isTrue();
        assertThat(told.verdicts()).allMatch(verdict -> verdict.outcome() == Outcome.TAKEN);
        assertThat(world.desk.look(bench(order, "ann")).missing()).containsExactly("release");
        Problem refused =
                catchThrowableOfType(Problem.class, () -> world.handOvers.confirm(order, new Asker("ann", false)));
        assertThat(refused.code()).isEqualTo("unit_quarantined");
        quarantines.release(stopped, "quality");
        Told again = world.desk.tell(bench(order, "ann"), all);
        assertThat(again.delivered()).isTrue();
        assertThat(again.quarantined()).isFalse();
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void a_point_that_is_not_good_keeps_the_unit_where_it_is() {
        OrderId order = world.ready("ann");
        List<Said> all = new ArrayList<>(world.everything());
        all.add(world.said(1, Kind.POINT, "inside", false, "A stain"));
        assertThat(world.desk.tell(bench(order, "ann"), all).delivered()).isFalse();
        assertThat(world.desk.look(bench(order, "ann")).missing()).containsExactly("point:inside");
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.READY);
    }

    @Test
    void the_owners_own_word_stands_for_a_signature_once_it_was_gone_through() {
        OrderId order = world.ready("ann");
        Asker ann = new Asker("ann", false);
        assertThat(refused(() -> world.handOvers.confirm(order, ann))).isEqualTo("hand_over_not_begun");
        List<Said> all = new ArrayList<>(world.everything());
        all.removeIf(said -> said.kind() == Kind.SIGNATURE);
        Said done = all.removeLast();
        world.desk.tell(bench(order, "ann"), all);
        assertThat(refused(() -> world.handOvers.confirm(order, ann))).isEqualTo("hand_over_not_done");
        world.desk.tell(bench(order, "ann"), List.of(done));
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.READY);
        assertThat(refused(() -> world.handOvers.confirm(order, new Asker("operator", true))))
                .isEqualTo("unknown_order");
        assertThat(world.handOvers.confirm(order, ann).deliveredAt()).isNotNull();
        assertThat(world.handOvers.confirm(order, ann).confirmedAt()).isNotNull();
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void only_those_hand_over_who_work_where_the_unit_is() {
        OrderId order = world.ready("ann");
        List<Said> one = List.of(world.said(1, Kind.NOTE, "", null, "Hello"));
        for (Bench bench : List.of(
                bench("stranger", "centre:north", order, "ann"), bench("clerk", "centre:north", order, "ann"))) {
            assertThat(refused(() -> world.desk.tell(bench, one))).isEqualTo("not_your_place");
        }
        for (Bench bench : List.of(
                bench("stranger", "centre:south", order, "ann"),
                bench("clerk", "larch", order, "ann"),
                bench("porter", "centre:north", order, "nobody"))) {
            assertThat(refused(() -> world.desk.tell(bench, one))).isEqualTo("unknown_hand_over");
            assertThat(refused(() -> world.desk.look(bench))).isEqualTo("unknown_hand_over");
            assertThat(refused(() -> world.desk.put(bench, id(), "", world.clock.instant(), PNG)))
                    .isEqualTo("unknown_hand_over");
        }
        booked(order);
        assertThat(world.desk.tell(bench("clerk", "larch", order, "ann"), one).verdicts())
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.TAKEN);
        assertThat(refused(() -> world.handOvers.look(order, new Asker("bob", false))))
                .isEqualTo("unknown_order");
    }

    /// The order has a slot at the store.
    private void booked(OrderId order) {
        world.jdbc.sql("""
                with s as (insert into delivery.slot (place, region, bay, from_at, to_at, capacity, taken)
                  values ('larch', 'north', 'HAND_OVER', now(), now() + interval '1 hour', 1, 1) returning number),
                a as (insert into delivery.appointment (order_id, member, region, priority_at, state, slot, since)
                  select :order, 'ann', 'north', now(), 'CONFIRMED', number, now() from s)
                insert into delivery.appointment_step (order_id, at, step, slot, cause)
                select :order, now(), 'confirmed', number, 'member' from s
                """).param("order", order.value()).update();
    }

    @Test
    void what_staff_said_their_fan_sees_with_who_said_it() {
        OrderId order = world.ready("ann");
        world.desk.tell(bench(order, "ann"), List.of(world.said(2, Kind.POINT, "identity", true, ""), done()));
        assertThat(world.network.acts(order))
                .extracting(StaffAct::act)
                .containsExactly("hand_over_point", "hand_over_done");
        HandOver seen = world.handOvers.look(order, new Asker("ann", false));
        assertThat(seen.answers().values()).extracting(HandOver.Answer::actor).containsExactly("porter");
    }

    private Said done() {
        return world.said(1, Kind.DONE, "", null, "");
    }

    @Test
    void what_is_refused_keeps_nothing_else_back_and_an_id_stands_for_one_thing() {
        OrderId order = world.ready("ann");
        Said good = world.said(2, Kind.NOTE, "", null, "First");
        Said other = new Said(good.id(), Kind.NOTE, good.at(), "", null, "Other");
        Said early = world.said(60 * 24 * 40, Kind.NOTE, "", null, "Long ago");
        Said scrawl = world.said(1, Kind.SIGNATURE, "ann", null, "<script>");
        Said empty = world.said(1, Kind.POINT, "inside", null, "");
        Said last = world.said(1, Kind.NOTE, "", null, "Last");
        Told told = world.desk.tell(bench(order, "ann"), List.of(good, other, early, scrawl, empty, last));
        assertThat(told.verdicts())
                .extracting(verdict -> verdict.outcome() + " " + verdict.reason())
                .containsExactly(
                        "TAKEN ",
                        "REFUSED differs",
                        "REFUSED bad_time",
                        "REFUSED incomplete",
                        "REFUSED incomplete",
                        "TAKEN ");
        assertThat(world.desk.look(bench(order, "ann")).notes())
                .extracting(HandOver.Answer::text)
                .containsExactly("First", "Last");
        OrderId bobs = world.ready("bob");
        assertThat(world.desk.tell(bench(bobs, "bob"), List.of(good)).verdicts())
                .extracting(Verdict::reason)
                .containsExactly("differs");
    }

    @Test
    void a_photo_is_one_by_its_content_and_is_kept_once() {
        OrderId order = world.ready("ann");
        Bench bench = bench(order, "ann");
        String id = id();
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(() -> world.desk.put(bench, id, "", world.clock.instant(), page)))
                .isEqualTo("invalid_photo");
        for (int again = 0; again < 2; again++) {
            assertThat(world.desk
                            .put(bench, id, "outside", world.clock.instant(), PNG)
                            .type())
                    .isEqualTo("image/png");
        }
        byte[] other = PNG.clone();
        other[other.length - 1] = 9;
        assertThat(refused(() -> world.desk.put(bench, id, "outside", world.clock.instant(), other)))
                .isEqualTo("photo_differs");
        assertThat(world.handOvers.photo(order, id, new Asker("ann", false)).bytes())
                .isEqualTo(PNG);
        for (int more = 1; more < Album.MAX_PHOTOS; more++) {
            world.desk.put(bench, id(), "", world.clock.instant(), PNG);
        }
        assertThat(refused(() -> world.desk.put(bench, id(), "", world.clock.instant(), PNG)))
                .isEqualTo("too_many_photos");
        assertThat(refused(() -> world.desk.photo(bench, id()))).isEqualTo("unknown_photo");
    }

    @Test
    void a_hand_over_keeps_the_checklist_it_began_with_and_a_photo_may_belong_to_a_point() {
        world.checklists.put(
                HandOverWorld.LAUNCH,
                HandOverWorld.csv("point,nameEn,nameZh,needed,photo\npaint,Paint,漆,true,true\n"),
                "operator");
        OrderId order = world.ready("ann");
        world.desk.tell(bench(order, "ann"), List.of(world.said(3, Kind.POINT, "paint", true, "")));
        world.checklists.put(
                HandOverWorld.LAUNCH,
                HandOverWorld.csv("point,nameEn,nameZh,needed\npaint,Paint,漆,true\nkeys,Keys,钥匙,true\n"),
                "operator");
        world.desk.tell(
                bench(order, "ann"),
                List.of(world.said(2, Kind.SIGNATURE, "ann", null, HandOverWorld.STROKES), done()));
        assertThat(world.desk.look(bench(order, "ann")).missing()).containsExactly("photo:paint");
        world.desk.put(bench(order, "ann"), id(), "paint", world.clock.instant(), PNG);
        assertThat(world.delivery.state(order)).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void a_damaged_unit_is_not_handed_over_whatever_was_signed() {
        OrderId order = world.ready("ann");
        world.unit("ann", "damaged");
        world.clock.forward(Duration.ofMinutes(1));
        assertThat(world.desk.tell(bench(order, "ann"), world.everything()).delivered())
                .isFalse();
        assertThat(world.delivery.server.units().look("U-ann").unit().state()).isEqualTo(UnitState.DAMAGED);
    }

    @Test
    void photos_and_words_end_with_whom_they_are_about_and_the_hand_over_stays() {
        OrderId order = world.ready("ann");
        world.desk.tell(bench(order, "ann"), List.of(world.said(9, Kind.DOCUMENT, "Licence of Ann", null, "4711")));
        world.desk.tell(bench(order, "ann"), world.everything());
        world.desk.put(bench(order, "ann"), id(), "", world.clock.instant(), PNG);
        assertThat(world.network.acts(order)).extracting(StaffAct::detail).contains("Licence of Ann");
        KeptHandOvers kept = HandOverBeans.keptHandOvers(world.jdbc);
        assertThat(kept.tables().subList(0, 3))
                .allSatisfy(table ->
                        assertThat(KeptRows.of(world.jdbc, table, "ann", 99)).isNotEmpty());
        kept.erase("ann", "gone-1");
        kept.erase("porter", "gone-2");
        assertThat(kept.tables()).allSatisfy(table -> {
            assertThat(KeptRows.of(world.jdbc, table, "ann", 99)).isEmpty();
            assertThat(KeptRows.of(world.jdbc, table, "porter", 99)).isEmpty();
        });
        HandOver seen = world.handOvers.look(order, new Asker("ann", false));
        assertThat(seen.photos()).isEmpty();
        assertThat(seen.notes()).extracting(HandOver.Answer::text).containsOnly("");
        assertThat(world.network.acts(order))
                .filteredOn(act -> !act.act().equals("hand_over_point"))
                .extracting(StaffAct::detail)
                .containsOnly("");
        assertThat(seen.deliveredAt()).isNotNull();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String refused(ThrowingCallable act) {
        return catchThrowableOfType(Problem.class, act).code();
    }
}

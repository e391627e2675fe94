package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.slot.SlotsNow;
import dev.holdfast.launch.Fans;
import dev.holdfast.service.recall.FatesNow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever has what is called back chooses when it is remedied, where its parts are.
@ExtendWith(RunningServer.Shared.class)
class RemedyContractTest {
    private final RunningServer server;

    RemedyContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
    }

    @Test
    void an_owner_books_a_time_with_its_parts_and_the_work_moves_the_curve() {
        RecalledLaunch launch = new RecalledLaunch(server, "remedy");
        String order = launch.owned("owner");
        String recall = launch.recall("cell", "seal");
        launch.service.service(30, 1).is(200);
        launch.came("cell", 1, "N-1");
        assertThat(launch.slots("owner", order, recall).is(200).node("/open"))
                .as("the seal is not there")
                .isEmpty();
        launch.came("seal", 1, "N-1");
        Reply booked = launch.book("owner", order, recall, launch.first("owner", order, recall))
                .is(200);
        assertThat(booked.at("/state")).isEqualTo("booked");
        assertThat(booked.at("/slot/place")).isEqualTo(launch.service.centre);
        assertThat(launch.part("cell", "reserved")).isEqualTo("1");
        assertThat(launch.look(recall).number("/recall/unreached")).isZero();
        Reply due = launch.due().is(200);
        assertThat(due.at("/remedies/0/slot/slot")).isEqualTo(booked.at("/slot/slot"));
        String work = requireNonNull(due.at("/remedies/0/workOrder/number"));
        assertThat(work).isEqualTo(booked.at("/workOrder"));
        launch.service.workStep(work, Map.of("step", "in_work")).is(200);
        assertThat(launch.slots("owner", order, recall).is(200).at("/state")).isEqualTo("in_work");
        launch.release("owner", order, recall).refused(409, "work_order_wrong_state");
        launch.service.workStep(work, Map.of("step", "done")).is(200);
        Reply seen = launch.look(recall);
        assertThat(seen.number("/recall/remedied")).isEqualTo(1);
        assertThat(seen.number("/curve/2026-11-20")).isEqualTo(1);
        assertThat(seen.at("/units/0/place")).isEqualTo(launch.service.centre);
        assertThat(launch.slots("owner", order, recall).is(200).at("/state")).isEqualTo("remedied");
        assertThat(launch.part("cell", "used")).isEqualTo("1");
        assertThat(launch.due().is(200).node("/remedies")).isEmpty();
        assertThat(Trail.of(server, launch.service.slots.serial("owner"))).contains("remedy_unit");
    }

    @Test
    void only_places_with_all_parts_are_offered_and_the_day_is_told_on_which_they_come() {
        RecalledLaunch launch = new RecalledLaunch(server, "short");
        String order = launch.owned("owner");
        launch.service.service(30, 2).is(200);
        String recall = launch.recall("rare");
        Reply none = launch.slots("owner", order, recall).is(200);
        assertThat(none.node("/open")).isEmpty();
        assertThat(none.at("/partsOn")).isNull();
        launch.service.parts("part,expectedOn\nrare,2026-12-01\n").is(200);
        assertThat(launch.slots("owner", order, recall).is(200).at("/partsOn")).isEqualTo("2026-12-01");
        // What came goes to who has waited for it already.
        launch.service
                .work(launch.service.diagnosed(launch.owned("other"), "other"), rare())
                .is(201);
        launch.came("rare", 1, "N-2");
        assertThat(launch.slots("owner", order, recall).is(200).node("/open")).isEmpty();
        launch.came("rare", 1, "N-3");
        String slot = launch.first("owner", order, recall);
        launch.book("owner", order, recall, slot).is(200);
        launch.book("other", launch.owned("third"), recall, slot).refused(404, "unknown_order");
    }

    private static Map<String, Object> rare() {
        return Map.of("lines", List.of(Map.of("component", "seat", "part", "rare", "quantity", 1)));
    }

    @Test
    void who_moves_to_another_place_takes_the_parts_there_and_frees_what_they_had() {
        RecalledLaunch launch = new RecalledLaunch(server, "moved");
        RecalledLaunch far = new RecalledLaunch(server, "far-off");
        String order = launch.owned("owner");
        String recall = launch.recall("hinge");
        launch.came("hinge", 1, "N-1");
        far.came("hinge", 1, "N-1");
        launch.service.service(30, 1).is(200);
        launch.service.service(40, 1).is(200);
        far.service.service(50, 1).is(200);
        String first = launch.first("owner", order, recall);
        launch.book("owner", order, recall, first).is(200);
        String later = launch.first("owner", order, recall);
        assertThat(later).isNotEqualTo(first);
        Reply moved = launch.book("owner", order, recall, later).is(200);
        assertThat(moved.at("/slot/slot")).isEqualTo(later);
        assertThat(launch.part("hinge", "reserved")).isEqualTo("1");
        String there = slotAt(far.service.centre);
        Reply away = launch.book("owner", order, recall, there).is(200);
        assertThat(away.at("/slot/slot")).isEqualTo(there);
        assertThat(launch.part("hinge", "free")).isEqualTo("1");
        assertThat(far.part("hinge", "reserved")).isEqualTo("1");
        assertThat(taken(launch.service.centre)).isZero();
        assertThat(launch.due().is(200).node("/remedies")).isEmpty();
        assertThat(far.due().is(200).node("/remedies")).hasSize(1);
        assertThat(launch.release("owner", order, recall).is(200).at("/state")).isEqualTo("choose");
        assertThat(far.part("hinge", "free")).isEqualTo("1");
        assertThat(taken(far.service.centre)).isZero();
        launch.release("owner", order, recall).refused(409, "no_slot");
    }

    @Test
    void what_a_place_cannot_do_or_was_remedied_elsewhere_frees_time_and_parts() {
        RecalledLaunch launch = new RecalledLaunch(server, "cannot");
        String order = launch.owned("reader");
        server.database().sql("""
                        insert into member.address (member, address, language, confirmed, since)
                        values ('reader', 'reader@example.org', 'en', true, now())""").update();
        String recall = launch.recall("clip");
        launch.came("clip", 1, "N-1");
        launch.service.service(30, 1).is(200);
        String slot = launch.first("reader", order, recall);
        String work = requireNonNull(
                launch.book("reader", order, recall, slot).is(200).at("/workOrder"));
        launch.service.workStep(work, Map.of("step", "cancelled")).is(200);
        assertThat(launch.slots("reader", order, recall).is(200).at("/state")).isEqualTo("choose");
        assertThat(letters("slot_withdrawn", "reader")).isEqualTo(1);
        launch.book("reader", order, recall, slot).is(200);
        String serial = launch.service.slots.serial("reader");
        launch.operator(recall, "/remedies", Map.of("serial", serial, "place", "elsewhere"))
                .is(200);
        assertThat(taken(launch.service.centre)).isZero();
        assertThat(launch.part("clip", "free")).isEqualTo("1");
        assertThat(letters("slot_withdrawn", "reader"))
                .as("who knows is not told")
                .isEqualTo(1);
        launch.book("reader", order, recall, slot).refused(409, "unit_remedied");
    }

    @Test
    void who_did_not_come_keeps_the_parts_and_chooses_anew() {
        RecalledLaunch launch = new RecalledLaunch(server, "missed");
        String order = launch.owned("owner");
        String recall = launch.recall("bolt");
        launch.came("bolt", 1, "N-1");
        launch.service.service(1, 1).is(200);
        launch.service.service(40, 1).is(200);
        launch.book("owner", order, recall, launch.first("owner", order, recall))
                .is(200);
        server.clock().forward(Duration.ofHours(5));
        server.now(SlotsNow::keep);
        Reply missed = launch.slots("owner", order, recall).is(200);
        assertThat(missed.at("/state")).isEqualTo("choose");
        assertThat(launch.due().is(200).at("/remedies/0/slot")).isNull();
        assertThat(launch.part("bolt", "reserved")).isEqualTo("1");
        String next = requireNonNull(missed.at("/open/0/slot"));
        assertThat(launch.book("owner", order, recall, next).is(200).at("/state"))
                .isEqualTo("booked");
        assertThat(launch.part("bolt", "reserved")).isEqualTo("1");
    }

    @Test
    void of_many_at_once_as_many_book_as_there_are_parts_and_of_one_owner_one_booking_stands() throws Exception {
        RecalledLaunch launch = new RecalledLaunch(server, "rush-back");
        int owners = 6;
        List<String> orders = new ArrayList<>();
        for (int one = 0; one < owners; one++) {
            orders.add(launch.owned("owner-" + one));
            launch.service.service(30 + one, 1).is(200);
        }
        String recall = launch.recall("gasket");
        launch.came("gasket", 2, "N-1");
        List<String> slots =
                launch.slots("owner-0", orders.getFirst(), recall).is(200).each("/open", "slot");
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int one = 0; one < owners; one++) {
            String fan = "owner-" + one;
            String order = orders.get(one);
            String slot = slots.get(one);
            acts.add(() -> launch.book(fan, order, recall, slot).status());
            // The same owner on another phone.
            acts.add(() -> launch.book(fan, order, recall, slot).status());
        }
        Fans.atOnce(acts);
        assertThat(launch.part("gasket", "reserved")).isEqualTo("2");
        assertThat(launch.due().is(200).node("/remedies")).hasSize(2);
        assertThat(taken(launch.service.centre)).isEqualTo(2);
    }

    @Test
    void a_drill_a_closed_recall_and_another_place_let_nobody_choose() {
        RecalledLaunch launch = new RecalledLaunch(server, "drilled");
        String order = launch.owned("owner");
        String drill = launch.recall(true, "pin");
        launch.slots("owner", order, drill).refused(409, "not_called_back");
        String recall = launch.recall();
        launch.service.service(30, 1).is(200);
        String slot = launch.first("owner", order, recall);
        launch.operator(recall, "/close", Map.of()).is(200);
        launch.book("owner", order, recall, slot).refused(409, "recall_closed");
        assertThat(launch.slots("owner", order, recall).is(200).at("/state")).isEqualTo("closed");
        server.get("/api/v1/store/recalls?place=" + launch.service.centre)
                .by("clerk-elsewhere", "store")
                .send()
                .refused(403, "not_your_place");
    }

    /// A letter is queued; what became of it decides whom somebody has to call.
    @Test
    void what_became_of_a_letter_stands_beside_its_unit() {
        RecalledLaunch launch = new RecalledLaunch(server, "lettered");
        List<String> fans = List.of("read", "came-back", "in-queue");
        fans.forEach(fan -> {
            launch.owned(fan);
            server.database().sql("""
                            insert into member.address (member, address, language, confirmed, since)
                            values (?, ?, 'en', true, now())""").params(fan, fan + "@example.org").update();
        });
        String recall = launch.recall();
        server.now(FatesNow::follow);
        assertThat(launch.look(recall).each("/units", "reached")).containsOnly("queued");
        mail("sent_at = now()", "read");
        mail("next_attempt_at = 'infinity'", "came-back");
        server.now(FatesNow::follow);
        server.now(FatesNow::follow);
        Reply seen = launch.look(recall);
        assertThat(seen.each("/units", "member")).containsExactly("came-back", "in-queue", "read");
        assertThat(seen.each("/units", "reached")).containsExactly("bounced", "queued", "sent");
        assertThat(seen.node("/units/0/contacts")).as("noted once").hasSize(2);
    }

    private void mail(String set, String member) {
        server.database()
                .sql("update member.mail set " + set + " where kind = 'recall' and member = ?")
                .param(member)
                .update();
    }

    private String slotAt(String place) {
        return server.database()
                .sql("select number::text from delivery.slot where place = ?")
                .param(place)
                .query((row, index) -> row.getString(1))
                .single();
    }

    private int taken(String place) {
        return server.database()
                .sql("select sum(taken)::int from delivery.slot where place = ?")
                .param(place)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private int letters(String kind, String member) {
        return server.database()
                .sql("select count(*)::int from member.mail where kind = ? and member = ?")
                .params(kind, member)
                .query((row, index) -> row.getInt(1))
                .single();
    }
}

package dev.holdfast.community.event;

import static dev.holdfast.community.event.EventWorld.CLOSES;
import static dev.holdfast.community.event.EventWorld.FIRST_DAY;
import static dev.holdfast.community.event.EventWorld.TOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.launch.draw.PlacesReplay;
import dev.holdfast.member.personal.KeptRows;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventErasureTest {
    private final EventWorld world = new EventWorld();
    private final KeptApplications kept = new KeptApplications(
            world.jdbc,
            world.store,
            world.applicants,
            new Turns(world.applicants, new EventNews(world.mails)),
            world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    private void erase(String member) {
        world.transactions.executeWithoutResult(status -> kept.erase(member, "erased-" + member.hashCode()));
    }

    private long rows(String member) {
        return List.of("applicant", "duty_done", "event_warning", "event_pause").stream()
                .mapToLong(table -> world.jdbc
                        .sql("select count(*) from community." + table + " where member = ?")
                        .param(member)
                        .query(Long.class)
                        .single())
                .sum();
    }

    @Test
    void a_holder_who_is_erased_is_gone_and_the_draw_can_still_be_replayed() {
        world.open(2, 5).draw();
        String holder = world.standing(PlaceState.WON).getFirst();
        world.events.confirm(TOUR, holder);
        world.events.done(TOUR, holder, "report", "My words.");
        world.events.pause(TOUR, holder, FIRST_DAY, FIRST_DAY);
        String hash = world.events.own(TOUR, holder).applicant().hash();
        assertEquals(
                1, KeptRows.of(world.jdbc, kept.tables().getFirst(), holder, 10).size());
        erase(holder);
        assertEquals(0, rows(holder));
        assertTrue(world.events.find(TOUR, holder).isEmpty());
        assertEquals(2, world.standing(PlaceState.WON, PlaceState.CONFIRMED).size(), "the next moved up");
        var replay = PlacesReplay.of(world.events.draw(TOUR));
        assertEquals(List.of(), replay.findings());
        assertEquals(PlacesReplay.Standing.LEFT, replay.standings().get(hash));
        assertEquals(
                0L,
                world.jdbc
                        .sql("select count(ticket) from community.applicant where hash = decode(?, 'hex')")
                        .param(hash)
                        .query(Long.class)
                        .single(),
                "nothing leads from a person to the hash");
    }

    @Test
    void who_is_erased_before_the_freeze_is_not_in_the_list() {
        world.open(2, 5);
        erase("fan-1");
        world.clock.set(CLOSES);
        world.rounds();
        assertEquals(4, world.events.draw(TOUR).sorted().size());
    }
}

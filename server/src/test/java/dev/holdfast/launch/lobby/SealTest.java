package dev.holdfast.launch.lobby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.holdfast.launch.Shown;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);

    private final Seal seal = new Seal(() -> new byte[] {1, 2, 3});
    private final String ticket = seal.ticket("car", "ann", 7, LATER).text();

    @Test
    void a_ticket_of_ours_tells_its_number() {
        assertEquals(new Seal.Read(Shown.GOOD, 7), seal.readTicket(ticket, "car", "ann", NOW));
        var restarted = new Seal(() -> new byte[] {1, 2, 3});
        assertEquals(new Seal.Read(Shown.GOOD, 7), restarted.readTicket(ticket, "car", "ann", NOW));
    }

    @Test
    void another_key_another_launch_another_member_and_another_time_are_refused() {
        var stranger = new Seal(() -> new byte[] {1, 2, 4});
        assertEquals(
                Shown.FORGED, stranger.readTicket(ticket, "car", "ann", NOW).shown());
        assertEquals(Shown.FORGED, seal.readTicket(ticket, "bike", "ann", NOW).shown());
        assertEquals(Shown.ANOTHERS, seal.readTicket(ticket, "car", "bob", NOW).shown());
        assertEquals(Shown.EXPIRED, seal.readTicket(ticket, "car", "ann", LATER).shown());
        assertEquals(Shown.NONE, seal.readTicket(null, "car", "ann", NOW).shown());
    }

    @Test
    void not_a_letter_of_it_can_be_changed() {
        for (int at = 0; at < ticket.length(); at++) {
            char other = ticket.charAt(at) == 'a' ? 'b' : 'a';
            String changed = ticket.substring(0, at) + other + ticket.substring(at + 1);
            assertEquals(
                    Shown.FORGED, seal.readTicket(changed, "car", "ann", NOW).shown(), "at " + at);
        }
    }

    @Test
    void a_ticket_is_no_pass_and_a_pass_no_ticket() {
        String pass = seal.pass("car", "ann", 7, LATER).text();
        assertEquals(Shown.GOOD, seal.pass(pass, "car", "ann", NOW));
        assertEquals(Shown.FORGED, seal.pass(ticket, "car", "ann", NOW));
        assertEquals(Shown.FORGED, seal.readTicket(pass, "car", "ann", NOW).shown());
    }

    @Test
    void launch_and_member_do_not_run_together_into_one_id() {
        var hex = HexFormat.of();
        assertNotEquals(hex.formatHex(seal.ticketId("car", "ann")), hex.formatHex(seal.ticketId("car", "anna")));
        assertNotEquals(hex.formatHex(seal.ticketId("ca", "rann")), hex.formatHex(seal.ticketId("car", "ann")));
    }
}

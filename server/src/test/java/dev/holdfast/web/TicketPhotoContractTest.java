package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Photos of tickets over the interface: sent by an owner, seen by both sides and by nobody else.
@ExtendWith(RunningServer.Shared.class)
class TicketPhotoContractTest {
    /// The shortest that ends where a picture does.
    static final byte[] JPEG = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xDA, 0, 2, 1, 2, 3, (byte) 0xFF, (byte) 0xD9
    };

    private final RunningServer server;

    TicketPhotoContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void anOwnerShowsItAndBothSidesSeeIt() {
        ServiceLaunch launch = new ServiceLaunch(server, "shown");
        String ticket = launch.ticket(launch.owned("shows"), "shows");
        String photo = UUID.randomUUID().toString();
        Reply kept = put("shows", ticket, photo, JPEG).is(200);
        assertThat(kept.each("/photos", "id")).containsExactly(photo);
        assertThat(kept.at("/photos/0/type")).isEqualTo("image/jpeg");
        assertThat(kept.at("/photos/0/bytes")).isEqualTo("11");
        assertThat(kept.at("/photos/0/checksum"))
                .isEqualTo("95ebca6838c545a210349dad5a1a889eb50f006db4340c3931ac42b1ed4118ff");
        put("shows", ticket, photo, JPEG).is(200);
        assertThat(launch.asStaff("tickets/" + ticket).is(200).each("/photos", "id"))
                .as("sent twice it is one")
                .containsExactly(photo);
        Reply seen = launch.asStaff("tickets/" + ticket + "/photos/" + photo).is(200);
        assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        look("shows", ticket, photo).is(200);
    }

    @Test
    void nobodyElseSeesItNorAddsOne() {
        ServiceLaunch launch = new ServiceLaunch(server, "unseen");
        ServiceLaunch other = new ServiceLaunch(server, "unseeing");
        String ticket = launch.ticket(launch.owned("alone"), "alone");
        String photo = UUID.randomUUID().toString();
        put("alone", ticket, photo, JPEG).is(200);
        look("somebody", ticket, photo).refused(404, "unknown_ticket");
        put("somebody", ticket, UUID.randomUUID().toString(), JPEG).refused(404, "unknown_ticket");
        put("somebody", ticket, photo, new byte[9 * 1024 * 1024]).refused(404, "unknown_ticket");
        other.asStaff("tickets/" + ticket + "/photos/" + photo).refused(404, "unknown_ticket");
        String own = other.ticket(other.owned("neighbour"), "neighbour");
        look("neighbour", own, photo).refused(404, "unknown_photo");
    }

    @Test
    void itsOwnerTakesASinglePhotoBackWhateverBecameOfTheTicket() {
        ServiceLaunch launch = new ServiceLaunch(server, "regretted");
        String ticket = launch.ticket(launch.owned("regrets"), "regrets");
        String photo = UUID.randomUUID().toString();
        String kept = UUID.randomUUID().toString();
        put("regrets", ticket, photo, JPEG).is(200);
        put("regrets", ticket, kept, JPEG).is(200);
        takeBack("somebody", ticket, photo).refused(404, "unknown_ticket");
        look("regrets", ticket, photo).is(200);
        launch.owner("regrets", ticket, Map.of("step", "withdrawn")).is(200);
        for (int again = 0; again < 2; again++) {
            assertThat(takeBack("regrets", ticket, photo).is(200).each("/photos", "id"))
                    .containsExactly(kept);
        }
        look("regrets", ticket, photo).refused(404, "unknown_photo");
        launch.asStaff("tickets/" + ticket + "/photos/" + photo).refused(404, "unknown_photo");
        look("regrets", ticket, kept).is(200);
    }

    private Reply takeBack(String fan, String ticket, String photo) {
        return server.call("DELETE", "/api/v1/tickets/" + ticket + "/photos/" + photo)
                .by(fan)
                .send();
    }

    @Test
    void whatIsNoPhotoOrOneTooManyIsRefused() {
        ServiceLaunch launch = new ServiceLaunch(server, "full");
        String ticket = launch.ticket(launch.owned("shows-all"), "shows-all");
        String photo = UUID.randomUUID().toString();
        put("shows-all", ticket, photo, "<script>".getBytes(StandardCharsets.UTF_8))
                .refused(422, "invalid_photo");
        put("shows-all", ticket, "photo", JPEG).refused(422, "invalid_request");
        put("shows-all", ticket, photo, JPEG).is(200);
        byte[] another = JPEG.clone();
        another[6] = 7;
        put("shows-all", ticket, photo, another).refused(409, "photo_differs");
        for (int more = 1; more < 10; more++) {
            put("shows-all", ticket, UUID.randomUUID().toString(), JPEG).is(200);
        }
        put("shows-all", ticket, UUID.randomUUID().toString(), JPEG).refused(409, "too_many_photos");
        String over = launch.ticket(launch.owned("is-over"), "is-over");
        launch.owner("is-over", over, Map.of("step", "withdrawn")).is(200);
        put("is-over", over, photo, JPEG).refused(409, "ticket_wrong_state");
    }

    @Test
    void itStandsInItsOwnersFileAndEndsWithTheirAccount() {
        ServiceLaunch launch = new ServiceLaunch(server, "forgotten");
        String order = launch.owned("leaves");
        String ticket = launch.ticket(order, "leaves");
        String photo = UUID.randomUUID().toString();
        String checksum = put("leaves", ticket, photo, JPEG).is(200).at("/photos/0/checksum");
        assertThat(new String(server.personal().file("leaves"), StandardCharsets.UTF_8))
                .contains(photo)
                .contains(String.valueOf(checksum));
        launch.slots.awaitDelivered(order);
        server.personal().erase("leaves");
        assertThat(launch.asStaff("tickets/" + ticket).is(200).json().at("/photos"))
                .isEmpty();
        launch.asStaff("tickets/" + ticket + "/photos/" + photo).refused(404, "unknown_photo");
    }

    private Reply put(String fan, String ticket, String photo, byte[] bytes) {
        return server.put("/api/v1/tickets/" + ticket + "/photos/" + photo)
                .by(fan)
                .body("image/jpeg", BodyPublishers.ofByteArray(bytes))
                .send();
    }

    private Reply look(String fan, String ticket, String photo) {
        return server.get("/api/v1/tickets/" + ticket + "/photos/" + photo)
                .by(fan)
                .send();
    }
}

package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Photograph;
import dev.holdfast.service.ticket.TicketPhotos;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Photos of a ticket: sent by its owner, seen by both sides.
@Controller
class TicketPhotoPages {
    /// The one address to which others than staff may send a file.
    static final String PHOTOS = "/orders/{id}/tickets/{number}/photos";

    private final TicketPhotos photos;
    private final TicketPages tickets;
    private final Network network;

    TicketPhotoPages(TicketPhotos photos, TicketPages tickets, Network network) {
        this.photos = photos;
        this.tickets = tickets;
        this.network = network;
    }

    /// A photo's name is made of its bytes: whoever presses twice sends one.
    @PostMapping(PHOTOS)
    View add(Frame frame, @PathVariable String id, @PathVariable String number, @RequestParam MultipartFile photo)
            throws IOException {
        var owner = frame.asker().member();
        var ticket = TicketPages.number(number);
        var bytes = photo.getBytes();
        return tickets.after(frame, OrderPages.order(id), ticket, () -> {
            if (bytes.length > TicketPhotos.MAX_BYTES) {
                throw Photograph.invalid("The photo is too large: it may have 8 MiB.");
            }
            photos.put(ticket, UUID.nameUUIDFromBytes(bytes).toString(), bytes, owner);
        });
    }

    @PostMapping(PHOTOS + "/{photo}/take-back")
    View takeBack(Frame frame, @PathVariable String id, @PathVariable String number, @PathVariable String photo) {
        var owner = frame.asker().member();
        var ticket = TicketPages.number(number);
        return tickets.after(frame, OrderPages.order(id), ticket, () -> photos.takeBack(ticket, photo, owner));
    }

    @GetMapping(PHOTOS + "/{photo}")
    ResponseEntity<byte[]> look(Frame frame, @PathVariable String number, @PathVariable String photo) {
        return PhotoAnswer.answer(photos.look(TicketPages.number(number), photo, frame.asker()));
    }

    @GetMapping("/store/{place}/tickets/{number}/photos/{photo}")
    ResponseEntity<byte[]> lookAsStaff(
            Frame frame, @PathVariable String place, @PathVariable String number, @PathVariable String photo) {
        var clerk = StorePages.clerk(network, frame, place);
        return PhotoAnswer.answer(photos.lookAsStaff(TicketPages.number(number), photo, clerk));
    }
}

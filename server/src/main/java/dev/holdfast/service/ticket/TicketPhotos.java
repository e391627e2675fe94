package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Photograph;
import dev.holdfast.launch.Asker;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of photos of tickets: an owner shows what words do not say, to the staff where the ticket is.
public final class TicketPhotos {
    public static final int MAX_PHOTOS = 10;

    /// What a telephone makes, without anybody having to make it smaller first.
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Tickets tickets;
    private final TicketDesk desk;
    private final TicketStore store;
    private final TicketPhotoStore photos;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    TicketPhotos(
            Tickets tickets,
            TicketDesk desk,
            TicketStore store,
            TicketPhotoStore photos,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.tickets = tickets;
        this.desk = desk;
        this.store = store;
        this.photos = photos;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Keeps a photo without what the camera wrote beside it; the same once more changes nothing.
    ///
    /// @param id made by whoever sends it
    /// @throws dev.holdfast.kernel.Problem UNKNOWN when the ticket is not theirs; CONFLICT when it is
    ///     over, has too many photos or another one of this id; INVALID when it is no photo
    public TicketHistory put(long ticket, String id, byte[] bytes, String owner) {
        UUID name = Photograph.id(id);
        Photograph photo = BarePhoto.of(Photograph.of(bytes));
        return Objects.requireNonNull(transactions.execute(status -> {
            Ticket one = own(ticket, owner);
            keep(one, name, photo);
            return store.history(one);
        }));
    }

    /// Ends a photo at once, for everybody, whatever became of the ticket; the same once more changes nothing.
    ///
    /// @throws dev.holdfast.kernel.Problem UNKNOWN when the ticket is not theirs; INVALID when it is no id
    public TicketHistory takeBack(long ticket, String id, String owner) {
        UUID name = Photograph.id(id);
        return Objects.requireNonNull(transactions.execute(status -> {
            Ticket one = own(ticket, owner);
            photos.remove(ticket, name);
            return store.history(one);
        }));
    }

    private Ticket own(long ticket, String owner) {
        return store.lock(ticket)
                .filter(found -> found.member().equals(owner))
                .orElseThrow(() -> Refused.unknown(ticket));
    }

    private void keep(Ticket ticket, UUID id, Photograph photo) {
        Optional<Photograph> known = photos.content(ticket.number(), id);
        if (known.isPresent()) {
            if (!Arrays.equals(known.get().bytes(), photo.bytes())) {
                throw Refused.photoDiffers();
            }
            return;
        }
        if (ticket.state().over()) {
            throw Refused.wrongState(ticket, "photo");
        }
        List<TicketPhoto> all = photos.all(ticket.number());
        if (all.size() >= MAX_PHOTOS) {
            throw Refused.tooManyPhotos(MAX_PHOTOS);
        }
        photos.put(ticket.number(), id, photo, clock.instant());
    }

    /// @throws dev.holdfast.kernel.Problem UNKNOWN when it is not theirs
    public Photograph look(long ticket, String id, Asker asker) {
        return content(tickets.look(ticket, asker).ticket(), id);
    }

    /// @throws dev.holdfast.kernel.Problem UNKNOWN when the ticket is at no place of theirs
    public Photograph lookAsStaff(long ticket, String id, String clerk) {
        return content(desk.look(ticket, clerk).ticket(), id);
    }

    private Photograph content(Ticket ticket, String id) {
        return photos.content(ticket.number(), Photograph.id(id)).orElseThrow(() -> Refused.unknownPhoto(id));
    }
}

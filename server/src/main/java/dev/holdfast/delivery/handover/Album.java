package dev.holdfast.delivery.handover;

import dev.holdfast.delivery.handover.HandOverStore.Row;
import dev.holdfast.kernel.Photograph;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is shown of a hand-over, its photos among it.
final class Album {
    static final int MAX_PHOTOS = 30;

    private final HandOverStore store;
    private final PhotoStore photos;
    private final ChecklistStore checklists;
    private final Closing closing;

    Album(HandOverStore store, PhotoStore photos, ChecklistStore checklists, Closing closing) {
        this.store = store;
        this.photos = photos;
        this.checklists = checklists;
        this.closing = closing;
    }

    static String point(String point) {
        if (point.length() > Judging.MAX_SUBJECT) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'point' may have " + Judging.MAX_SUBJECT + " characters.");
        }
        return point;
    }

    /// When it was taken; a tablet whose clock is wrong took it now.
    static Instant time(Instant at, Instant now) {
        boolean wrong = at.isAfter(now) || at.isBefore(now.minus(30, ChronoUnit.DAYS));
        return (wrong ? now : at).truncatedTo(ChronoUnit.MICROS);
    }

    /// @return false: it is known
    boolean add(long handOver, Photo photo, byte[] bytes, Instant now) {
        Optional<Photograph> known = photos.content(handOver, photo.id());
        if (known.isPresent()) {
            if (!Arrays.equals(known.get().bytes(), bytes)) {
                throw differs();
            }
            return false;
        }
        if (photos.count(handOver) >= MAX_PHOTOS) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "too_many_photos", "A hand-over has at most " + MAX_PHOTOS + " photos.");
        }
        if (!photos.put(handOver, photo, bytes, now)) {
            throw differs();
        }
        return true;
    }

    private static Problem differs() {
        return new Problem(
                Problem.Kind.CONFLICT, "photo_differs", "Another photo has this id. Give this one an id of its own.");
    }

    HandOver look(OrderId order, String serial, String place) {
        Optional<Row> row = store.latest(order).filter(one -> one.serial().equals(serial));
        return row.map(this::look).orElseGet(() -> {
            Checklist checklist = checklists.of(order.launch(), checklists.version(order.launch()));
            Protocol nothing = new Protocol(checklist, List.of(), List.of(), false);
            return new HandOver(
                    order,
                    serial,
                    place,
                    checklist,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    missing(nothing, order, serial, place));
        });
    }

    HandOver look(Row row) {
        Protocol protocol = closing.protocol(row);
        return new HandOver(
                row.order(),
                row.serial(),
                row.place(),
                checklists.of(row.order().launch(), row.checklist()),
                protocol.answers,
                protocol.documents,
                protocol.notes,
                protocol.signature,
                photos.all(row.number()),
                protocol.doneAt,
                row.confirmedAt(),
                row.deliveredAt(),
                row.warrantyFrom(),
                row.deliveredAt() == null ? missing(protocol, row.order(), row.serial(), row.place()) : List.of());
    }

    private List<String> missing(Protocol protocol, OrderId order, String serial, String place) {
        boolean stopped = store.given(order, serial, place)
                .filter(HandOverStore.Given::quarantined)
                .isPresent();
        List<String> missing = new ArrayList<>(protocol.missing);
        if (stopped) {
            missing.add("release");
        }
        return missing;
    }

    Photograph content(OrderId order, UUID id) {
        return store.latest(order)
                .flatMap(row -> photos.content(row.number(), id))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_photo", "There is no photo '" + id + "' of this hand-over."));
    }
}

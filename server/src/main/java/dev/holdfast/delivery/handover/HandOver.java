package dev.holdfast.delivery.handover;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A hand-over as it stands: what all that was said comes to.
///
/// @param answers by point: the last word that was said of each
/// @param documents by name
/// @param signature null: not signed
/// @param doneAt null: not gone through yet
/// @param confirmedAt when the owner confirmed it on their own phone; null: they did not
/// @param deliveredAt null: something is missing still
/// @param warrantyFrom null until then
/// @param missing what is, in stable words: `point:paint`, `photo:paint`, `done`, `signature`; `release` while
///     it is in quarantine
public record HandOver(
        OrderId order,
        String serial,
        String place,
        Checklist checklist,
        Map<String, Answer> answers,
        Map<String, Answer> documents,
        List<Answer> notes,
        @Nullable Answer signature,
        List<Photo> photos,
        @Nullable Instant doneAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant deliveredAt,
        @Nullable LocalDate warrantyFrom,
        List<String> missing) {
    public HandOver {
        answers = new TreeMap<>(answers);
        documents = new TreeMap<>(documents);
        notes = List.copyOf(notes);
        photos = List.copyOf(photos);
        missing = List.copyOf(missing);
    }

    /// @param actor who said it
    public record Answer(String subject, @Nullable Boolean good, String text, Instant at, String actor) {}
}

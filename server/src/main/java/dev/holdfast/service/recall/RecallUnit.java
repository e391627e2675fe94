package dev.holdfast.service.recall;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit that is called back, and whoever had it when it was.
///
/// @param delivered whether its owner had it already
/// @param order whose it was; null: nobody's
/// @param member whose order that is
/// @param remedied null: not yet
/// @param contacts every attempt to reach its owner, the first first
public record RecallUnit(
        int recall,
        String serial,
        int launch,
        boolean delivered,
        @Nullable OrderId order,
        @Nullable String member,
        @Nullable Remedied remedied,
        List<Contact> contacts) {
    public RecallUnit {
        contacts = List.copyOf(contacts);
    }

    public record Remedied(Instant at, String place, String actor) {}

    /// What the attempts came to: the last that says more than that a letter is on its way.
    public Reached reached() {
        return contacts.stream()
                .map(Contact::outcome)
                .filter(outcome -> outcome != Reached.QUEUED)
                .reduce((first, second) -> second)
                .orElse(Reached.QUEUED);
    }

    RecallUnit with(List<Contact> made) {
        return new RecallUnit(recall, serial, launch, delivered, order, member, remedied, made);
    }
}

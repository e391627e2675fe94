package dev.holdfast.web.page;

import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.HandOver.Answer;
import dev.holdfast.delivery.handover.Point;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How something was handed over, as its owner sees it: all that was said, and by whom.
///
/// @param record null: it has not begun
record HandOverPage(
        Frame frame,
        OrderId order,
        @Nullable HandOver record,
        ZoneId zone,
        @Nullable Notice notice) {
    /// As a tablet says it.
    private static final String OWNER = "owner";

    Words words() {
        return frame.words();
    }

    String address() {
        return "/orders/" + order + "/handover";
    }

    /// In a stable word: how far it came.
    String face() {
        if (record == null) {
            return "none";
        }
        return record.deliveredAt() != null ? "delivered" : record.doneAt() != null ? "done" : "begun";
    }

    /// Whether the owner's own word is all that is missing.
    boolean mayConfirm() {
        return record != null && record.doneAt() != null && record.deliveredAt() == null;
    }

    @Nullable
    Answer answer(Point point) {
        return record == null ? null : record.answers().get(point.id());
    }

    /// Who signed: the owner, or somebody by name.
    String signer(Answer signature) {
        return signature.subject().equals(OWNER) ? words().say("ticket.owner") : signature.subject();
    }

    String at(Instant instant) {
        return words().instant(instant, zone);
    }

    /// Whether a point is as it should be, in a stable word.
    static String good(@Nullable Answer answer) {
        return answer == null || answer.good() == null ? "open" : answer.good() ? "good" : "bad";
    }
}

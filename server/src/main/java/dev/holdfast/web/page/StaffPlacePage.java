package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Staff;
import dev.holdfast.member.Invitations.Invitation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who works at a place, and where an operator lets somebody in or takes their access away.
///
/// @param staff those among them who do not any more
/// @param made  a link for whoever was just let in; null: none was made
/// @param link  the whole address, told this once
/// @param typed what was typed into the form
/// @param done  what was just done: `invited` or `ended`; null: nothing
record StaffPlacePage(
        Frame frame,
        PlaceLine place,
        List<Staff> staff,
        @Nullable Invitation made,
        String link,
        String typed,
        @Nullable String done,
        @Nullable Notice notice) {

    StaffPlacePage {
        staff = List.copyOf(staff);
    }

    String name() {
        return frame.words().name(place.name());
    }

    List<Staff> here() {
        return staff.stream().filter(one -> one.endedAt() == null).toList();
    }

    List<Staff> gone() {
        return staff.stream().filter(one -> one.endedAt() != null).toList();
    }

    String at(@Nullable Instant instant) {
        return instant == null ? "" : frame.words().instant(instant, ZoneOffset.UTC);
    }

    String until() {
        return at(Objects.requireNonNull(made).expires());
    }
}

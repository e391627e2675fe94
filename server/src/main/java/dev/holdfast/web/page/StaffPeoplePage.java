package dev.holdfast.web.page;

import dev.holdfast.member.Invitations;
import dev.holdfast.member.Invitations.Invitation;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A form for a colleague's link, and the link when it was just made.
///
/// @param made   null: nothing was made
/// @param link   the whole address, told this once
/// @param member as it was typed
record StaffPeoplePage(
        Frame frame,
        @Nullable Invitation made,
        String link,
        String member,
        String role,
        @Nullable Notice notice) {

    static StaffPeoplePage blank(Frame frame) {
        return new StaffPeoplePage(frame, null, "", "", "operator", null);
    }

    List<String> roles() {
        return Invitations.ROLES;
    }

    String until() {
        return frame.words().instant(Objects.requireNonNull(made).expires(), ZoneOffset.UTC);
    }
}

package dev.holdfast.launch;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may enter a launch's line, beyond its own limit for each member.
///
/// @param limitGroup launches that name the same group count a member's live orders together; null: none
/// @param limit      live orders of a member in all launches of the group
/// @param verified   what a member must have proved before they order; null: nothing
/// @param screening  how orders are looked at for traces of one hand behind many members; null: not at all
public record EntryRules(
        @Nullable String limitGroup,
        int limit,
        @Nullable Verified verified,
        @Nullable Screening screening) {
    public static final EntryRules OPEN = new EntryRules(null, 1, null, null);

    /// How a member can be reached, proved by what was sent there.
    public enum Verified {
        /// A link by mail.
        MAIL,
        /// A code by text message: there are fewer telephones than mail addresses, and they cost more.
        PHONE
    }

    public Optional<Verified> mustHaveVerified() {
        return Optional.ofNullable(verified);
    }

    static EntryRules orOpen(@Nullable EntryRules rules) {
        return Objects.requireNonNullElse(rules, OPEN);
    }
}

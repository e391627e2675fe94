package dev.holdfast.member;

import dev.holdfast.kernel.Storable;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who a token says its bearer is: one rule for requests that bring a token and for people who sign in with one.
///
/// @param roles those of a token that are known here; a token without any is a fan's
public record Bearer(String member, Set<String> roles) {
    private static final int MAX_MEMBER = 64;
    private static final Set<String> ROLES = Set.of("fan", "operator", "planner", "store", "partner");

    public Bearer {
        roles = Set.copyOf(roles);
    }

    /// @param subject the claim `sub`
    /// @param roles   the claim `roles`; null or empty: the token names none
    /// @throws IllegalArgumentException with what is wrong with them
    public static Bearer of(@Nullable String subject, @Nullable Object roles) {
        if (subject == null || !isPlausible(subject)) {
            throw new IllegalArgumentException(
                    "'sub' must be a text of 1 to " + MAX_MEMBER + " characters without control characters");
        }
        if (roles == null) {
            return new Bearer(subject, Set.of("fan"));
        }
        if (!(roles instanceof Collection<?> given)) {
            throw new IllegalArgumentException("'roles' must be an array");
        }
        if (given.isEmpty()) {
            return new Bearer(subject, Set.of("fan"));
        }
        return new Bearer(
                subject,
                given.stream().map(String::valueOf).filter(ROLES::contains).collect(Collectors.toSet()));
    }

    private static boolean isPlausible(String member) {
        return !member.isBlank()
                && member.codePointCount(0, member.length()) <= MAX_MEMBER
                && member.codePoints().allMatch(Storable::character);
    }
}

package dev.holdfast.supply.master;

import dev.holdfast.supply.SupplyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a word changes about what can be used.
///
/// A word that only says how far a delivery has come ("shipped") changes nothing, and must not hide the word that put
/// the delivery off: people are told why their window moved, and that is not why.
final class Effects {
    private final Known known;

    /// @param known before the word is added to it
    Effects(Known known) {
        this.known = known;
    }

    /// What the word touches: nothing, its component, or the one that it named before as well.
    List<Touch> of(SupplyEvent word) {
        String component = word.component();
        if (!word.effective() || component == null) {
            return List.of();
        }
        SupplyEvent before = known.standing().last(word.kind(), word.subject());
        var touches = new ArrayList<Touch>();
        if (before != null && before.component() != null && !before.component().equals(component)) {
            add(touches, before.component(), word, less(units(before)));
            before = null;
        }
        add(touches, component, word, effect(before, word));
        return touches;
    }

    private static void add(List<Touch> touches, String component, SupplyEvent word, @Nullable Integer effect) {
        if (effect != null) {
            touches.add(new Touch(Touch.COMPONENT, component, word.number(), effect));
        }
    }

    private @Nullable Integer effect(@Nullable SupplyEvent before, SupplyEvent word) {
        return switch (word.kind()) {
            case Standing.COMMITMENT -> delivery(before, word);
            case Standing.QUARANTINE -> stopped(units(word) - (before == null ? 0 : units(before)));
            default -> Touch.EITHER;
        };
    }

    private static @Nullable Integer stopped(long more) {
        return more == 0 ? null : Integer.valueOf(more > 0 ? Touch.LESS : Touch.MORE);
    }

    private static @Nullable Integer less(long units) {
        return units == 0 ? null : Integer.valueOf(Touch.LESS);
    }

    /// @return null: nothing
    private @Nullable Integer delivery(@Nullable SupplyEvent before, SupplyEvent word) {
        long was = before == null ? 0 : counted(before);
        long is = counted(word);
        if (was == 0 || is == 0) {
            return was == is ? null : Integer.valueOf(is > was ? Touch.MORE : Touch.LESS);
        }
        boolean isLater = weeks(word) > weeks(before);
        if (is < was || isLater) {
            return Touch.LESS;
        }
        if (is > was || weeks(word) < weeks(before)) {
            return Touch.MORE;
        }
        // What is received may be in a count already, and is then no longer to come.
        boolean isIntoCount = !Objects.equals(word.status(), before == null ? null : before.status())
                && CommitmentStatus.of(String.valueOf(word.status())).orElseThrow() == CommitmentStatus.RECEIVED
                && known.counted().containsKey(String.valueOf(word.component()));
        return isIntoCount ? Integer.valueOf(Touch.EITHER) : null;
    }

    /// The units that a plan counts on: none of a forecast.
    private static long counted(SupplyEvent commitment) {
        CommitmentStatus status =
                CommitmentStatus.of(String.valueOf(commitment.status())).orElseThrow();
        return Counting.COMMITTED.counts(status) ? units(commitment) : 0;
    }

    private static long units(SupplyEvent word) {
        return word.quantity() == null ? 0 : word.quantity();
    }

    private static long weeks(@Nullable SupplyEvent word) {
        return word == null || word.week() == null ? 0 : word.week().toEpochDay();
    }
}

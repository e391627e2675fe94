package dev.holdfast.launch.intake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The latest committed state of one line that this instance has seen. Readers and the committer share it; whoever
/// learns of a newer state puts it here, and an older one never replaces it.
final class Known {
    private final int launch;
    private final AtomicReference<@Nullable LineState> latest = new AtomicReference<>();

    Known(int launch) {
        this.launch = launch;
    }

    int launch() {
        return launch;
    }

    @Nullable
    LineState latest() {
        return latest.get();
    }

    /// The state at exactly this sequence, if it is the one we hold.
    Optional<LineState> at(long sequence) {
        LineState state = latest.get();
        return state != null && state.sequence() == sequence ? Optional.of(state) : Optional.empty();
    }

    void learn(LineState state) {
        latest.accumulateAndGet(
                state, (was, now) -> was == null || now == null || now.sequence() >= was.sequence() ? now : was);
    }

    /// Forgets everything, so that it is read anew.
    void forget() {
        latest.set(null);
    }
}

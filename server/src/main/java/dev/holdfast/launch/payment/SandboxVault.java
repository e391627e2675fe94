package dev.holdfast.launch.payment;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the sandbox remembers of promised money: taken once or given up, never both. In memory only, as everything the
/// sandbox knows; what it forgot it believes.
final class SandboxVault {
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();
    private final Set<String> captured = ConcurrentHashMap.newKeySet();
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    /// From now on this promise is worth nothing.
    void refuse(String payment) {
        refusing.add(payment);
    }

    boolean refuses(String payment) {
        return refusing.contains(payment);
    }

    /// @return why not; null: it is taken, now or before
    synchronized @Nullable String capture(String payment) {
        if (refuses(payment)) {
            return "the bank refuses";
        }
        if (released.contains(payment)) {
            return "it was given up";
        }
        captured.add(payment);
        return null;
    }

    /// @return why not; null: it is given up, now or before
    synchronized @Nullable String release(String payment) {
        if (captured.contains(payment)) {
            return "it was taken";
        }
        released.add(payment);
        return null;
    }
}

package dev.holdfast.kernel;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Stops a fault of ours at once: what follows would act on a state that cannot be.
public final class Check {
    private Check() {}

    /// @throws IllegalStateException when the condition does not hold
    @FormatMethod
    public static void that(boolean condition, @FormatString String message, @Nullable Object... values) {
        if (!condition) {
            throw new IllegalStateException(String.format(Locale.ROOT, message, values));
        }
    }
}

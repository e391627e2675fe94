package dev.holdfast.kernel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fault of the world with a stable code: what the caller sent, or what the machine cannot do just now.
///
/// Refusals that a buyer can meet in the ordinary course are values, not problems.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Who can cure it.
    public enum Kind {
        /// The request cannot be read: 400.
        MALFORMED,
        /// Nobody, or somebody unknown, is asking: 401.
        UNAUTHENTICATED,
        /// The one who asks may not: 403.
        FORBIDDEN,
        /// What is named does not exist, or not for the one who asks: 404.
        UNKNOWN,
        /// It would break what is already promised or taken: 409.
        CONFLICT,
        /// Too large: 413.
        TOO_LARGE,
        /// The request can be read and cannot be carried out: 422.
        INVALID,
        /// One caller asks too often: 429.
        TOO_OFTEN,
        /// The server cannot take more just now; the same request may succeed later: 503.
        CAPACITY,
    }

    /// One fault in what was sent: where, which value, and why it cannot be.
    ///
    /// @param line of a file, counted from 1; 0 where there are no lines
    /// @param where the column of a file, or the path in a document
    public record Fault(long line, String where, @Nullable String value, String reason) {
        public Fault(String where, @Nullable String value, String reason) {
            this(0, where, value, reason);
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;
    private final @Nullable Duration retryAfter;

    public Problem(Kind kind, String code, String message) {
        this(kind, code, message, List.of(), null);
    }

    public Problem(Kind kind, String code, String message, List<Fault> faults) {
        this(kind, code, message, faults, null);
    }

    public Problem(Kind kind, String code, String message, List<Fault> faults, @Nullable Throwable cause) {
        this(kind, code, message, faults, cause, null);
    }

    private Problem(
            Kind kind,
            String code,
            String message,
            List<Fault> faults,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /// One caller asks too often, and is told when to come back.
    public static Problem tooOften(String message, Duration retryAfter) {
        return new Problem(Kind.TOO_OFTEN, "too_many_requests", message, List.of(), null, retryAfter);
    }

    /// One field cannot be as it was sent, so nothing was done.
    public static Problem invalid(String field, @Nullable String value, String reason) {
        return new Problem(
                Kind.INVALID,
                "invalid_request",
                "Nothing was changed: " + field + " " + reason + ".",
                List.of(new Fault(field, value, reason)));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    /// How long to wait before the same is asked again; a second where nothing else is known.
    public Duration retryAfter() {
        return retryAfter == null ? Duration.ofSeconds(1) : retryAfter;
    }
}

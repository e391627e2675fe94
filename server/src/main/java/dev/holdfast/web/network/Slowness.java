package dev.holdfast.web.network;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How long a caller may take over one request.
///
/// Each wait for a caller's next byte ends by itself (`server.tomcat.connection-timeout`), but a byte in time begins
/// the next wait. So the whole is bounded too: what comes by a steady pace, and the pace has a floor that any telephone
/// reaches.
///
/// @param head    from a request's first byte to the end of its header
/// @param body    from there to the end of the body, and a second more for each [#PACE] of it
/// @param request for all of it, and a second more for each [#PACE] of the answer
record Slowness(Duration head, Duration body, Duration request) {
    static final Slowness NORMAL = new Slowness(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(10));

    static Slowness read(Function<String, @Nullable Duration> settings) {
        return new Slowness(
                Objects.requireNonNullElse(settings.apply("holdfast.head-within"), NORMAL.head),
                Objects.requireNonNullElse(settings.apply("holdfast.body-within"), NORMAL.body),
                Objects.requireNonNullElse(settings.apply("holdfast.request-within"), NORMAL.request));
    }

    /// Bytes a second. The edge of a telephone network gives ten times as much.
    static final int PACE = 4 * 1024;

    /// Where a request stands.
    ///
    /// @param nanos      since its first byte
    /// @param inHead     its header has not ended
    /// @param inBody     its body has not ended
    /// @param bodyBytes  of its body that came
    /// @param replyBytes of its answer that went
    record Standing(long nanos, boolean inHead, boolean inBody, long bodyBytes, long replyBytes) {}

    boolean isTooSlow(Standing of) {
        if (of.inHead) {
            return of.nanos > head.toNanos();
        }
        boolean bodyIsLate = of.inBody && of.nanos > body.toNanos() + paced(of.bodyBytes);
        return bodyIsLate || of.nanos > request.toNanos() + paced(of.bodyBytes) + paced(of.replyBytes);
    }

    private static long paced(long bytes) {
        return TimeUnit.SECONDS.toNanos(1) * (bytes / PACE);
    }
}

package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The war room: a page, and the seconds that follow it as server-sent events.
///
/// A viewer is one virtual thread that writes and waits. Nothing queues for it: whoever takes long to receive one
/// second is given the then latest one next, so a slow viewer holds no memory and keeps nobody waiting.
@Controller
class LivePages {
    /// Far more walls and desks than a launch has; each costs this instance some 20 KB a second to send.
    private static final int MAX_VIEWERS = 200;

    /// Then the browser comes back by itself: to an instance that may be another, and only if still signed in.
    private static final Duration MAX_STREAM = Duration.ofMinutes(5);

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final byte[] BACK_SOON = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);
    /// Says nothing, and so finds out whether the viewer is still there.
    private static final byte[] NOTHING_NEW = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);

    private final LiveFrames frames;
    private final Templates templates;
    private final Semaphore seats = new Semaphore(MAX_VIEWERS);
    private final CountDownLatch closing = new CountDownLatch(1);

    LivePages(LiveFrames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/live")
    Page live(Frame frame, @PathVariable String slug) {
        frame.planning();
        return templates.page("live", new LivePage(frame, frames.of(slug).now(frame.words())));
    }

    @GetMapping("/operator/launches/{slug}/live/events")
    void events(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(name = "in", defaultValue = "en") String language,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String seen,
            HttpServletResponse response)
            throws InterruptedException {
        frame.planning();
        if (!seats.tryAcquire()) {
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "too_many_viewers",
                    "More than " + MAX_VIEWERS + " screens watch on this instance. Load the page again in a minute.");
        }
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            // A proxy that collects before it hands on would make every second late.
            response.setHeader("X-Accel-Buffering", "no");
            follow(slug, Words.in(language), seen, response);
        } catch (IOException gone) {
            LOG.debug("A viewer left.", gone);
        } finally {
            seats.release();
        }
    }

    private void follow(String slug, Words words, @Nullable String seen, HttpServletResponse response)
            throws IOException, InterruptedException {
        var stream = response.getOutputStream();
        long start = System.nanoTime();
        var sent = seen;
        stream.write(BACK_SOON);
        do {
            var frame = frames.of(slug);
            stream.write(frame.id().equals(sent) ? NOTHING_NEW : frame.events().in(words));
            stream.flush();
            sent = frame.id();
        } while (System.nanoTime() - start < MAX_STREAM.toNanos()
                && !closing.await(SECOND_NS - (System.nanoTime() - start) % SECOND_NS, TimeUnit.NANOSECONDS));
    }

    /// Viewers are let go before the server waits for its requests to end; their browsers find another instance.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }
}

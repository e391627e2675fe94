package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.pulse.Pulse;
import dev.holdfast.launch.pulse.Pulses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The seconds of each war room: read, drawn and written as an event once for everybody who watches on this instance.
@Component
class LiveFrames {
    /// A little less than a second, so that whoever asks once a second always finds the next one.
    private static final Duration KEPT = Duration.ofMillis(900);
    /// Launches watched at one time. A frame is some 60 KB in both languages.
    private static final int MAX_LAUNCHES = 50;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFrames.class);

    private final Launch launch;
    private final Pulses pulses;
    private final CurveShelf curves;
    private final Templates templates;
    private final Cache<String, LiveFrame> current = Caffeine.newBuilder()
            .maximumSize(MAX_LAUNCHES)
            .expireAfterWrite(KEPT)
            .build();
    private final Cache<String, LiveFrame> last =
            Caffeine.newBuilder().maximumSize(MAX_LAUNCHES).build();

    LiveFrames(Launch launch, Pulses pulses, CurveShelf curves, Templates templates) {
        this.launch = launch;
        this.pulses = pulses;
        this.curves = curves;
        this.templates = templates;
    }

    /// One second. It is whole: whoever missed some needs only the next.
    ///
    /// @param events the bytes to send, by language; the same array for every viewer, which nobody changes
    record LiveFrame(String id, LaunchView view, Pulse pulse, List<Picture.Point> curve, boolean away, Events events) {
        LiveNow now(Words words) {
            return new LiveNow(words, view, pulse, curve, away);
        }
    }

    /// What is sent for one second.
    static final class Events {
        private final Map<Words, byte[]> bytes = new HashMap<>();

        byte[] in(Words words) {
            return Objects.requireNonNull(bytes.get(words));
        }
    }

    /// @throws Problem UNKNOWN when there is no such launch; CAPACITY while the database is away and nothing is known
    /// yet
    LiveFrame of(String slug) {
        return current.get(slug, this::next);
    }

    private LiveFrame next(String slug) {
        try {
            var view = launch.look(slug);
            var frame = frame(view, pulses.of(view.number()), curves.of(view), false);
            last.put(slug, frame);
            return frame;
        } catch (DataAccessException failure) {
            return lastKnown(slug, failure);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CAPACITY) {
                throw problem;
            }
            return lastKnown(slug, problem);
        }
    }

    /// While the database is away the figures stand still and say since when.
    private LiveFrame lastKnown(String slug, RuntimeException failure) {
        var known = last.getIfPresent(slug);
        if (known == null) {
            throw failure;
        }
        LOG.warn("The war room of '{}' stands still: {}", slug, failure.getMessage());
        return frame(known.view(), known.pulse(), known.curve(), true);
    }

    private LiveFrame frame(LaunchView view, Pulse pulse, List<Picture.Point> curve, boolean away) {
        var events = new Events();
        var id = pulse.at().toEpochMilli() + (away ? "-away" : "");
        for (var words : Words.ALL) {
            var html = templates.render("liveNow", new LiveNow(words, view, pulse, curve, away));
            events.bytes.put(words, event(id, new String(html.plain(), StandardCharsets.UTF_8)));
        }
        return new LiveFrame(id, view, pulse, curve, away, events);
    }

    /// Each line of an event carries its own mark.
    private static byte[] event(String id, String html) {
        var lines = html.strip().replaceAll("\\R\\s*", "\ndata: ");
        return ("id: " + id + "\ndata: " + lines + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}

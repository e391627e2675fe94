package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.supply.MasterCopy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// The options of launches as pages pick among them, kept for a few seconds: they change when a planner sends a file,
/// and a page of a rush is asked for thousands of times a second.
final class OptionShelf {
    private static final Duration KEPT = Duration.ofSeconds(5);
    /// Some hundred offers of a few choices each.
    private static final int MAX_KEPT = 200;

    private final Function<String, MasterCopy> files;
    private final Cache<String, Options> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    /// @param files the file `options` of a launch in force; throws UNKNOWN where it was never given
    OptionShelf(Function<String, MasterCopy> files) {
        this.files = files;
    }

    Options of(LaunchView launch) {
        return kept.get(
                launch.slug(),
                slug -> OptionReading.of(
                        launch.definition().offers(), told(slug).orElse(null)));
    }

    private Optional<MasterCopy> told(String slug) {
        try {
            return Optional.of(files.apply(slug));
        } catch (Problem unknown) {
            if (unknown.kind() == Problem.Kind.UNKNOWN) {
                return Optional.empty();
            }
            throw unknown;
        }
    }
}

package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.supply.CurvePoint;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/// Supply curves as pages draw them, kept for a few seconds: a curve changes when an operator uploads one, and a page
/// of a rush is asked for thousands of times a second.
final class CurveShelf {
    private static final Duration KEPT = Duration.ofSeconds(5);
    /// Some hundred points of 32 bytes each.
    private static final int MAX_KEPT = 2_000;

    private final BiFunction<String, String, List<CurvePoint>> curves;
    private final Cache<Key, List<Picture.Point>> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    /// @param offer empty: all offers together
    private record Key(String launch, String offer) {}

    CurveShelf(BiFunction<String, String, List<CurvePoint>> curves) {
        this.curves = curves;
    }

    List<Picture.Point> of(String launch, String offer) {
        return kept.get(
                new Key(launch, offer),
                key -> curves.apply(launch, offer).stream()
                        .map(point -> new Picture.Point(point.week(), point.cumulative()))
                        .toList());
    }

    List<Picture.Point> of(LaunchView launch) {
        return kept.get(
                new Key(launch.slug(), ""),
                key -> Pictures.sum(launch.definition().offers().stream()
                        .map(offer -> read(launch.slug(), offer.id()))
                        .toList()));
    }

    private List<Picture.Point> read(String launch, String offer) {
        return curves.apply(launch, offer).stream()
                .map(point -> new Picture.Point(point.week(), point.cumulative()))
                .toList();
    }
}

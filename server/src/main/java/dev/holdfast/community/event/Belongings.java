package dev.holdfast.community.event;

import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/// What an applicant has of the brand, as far as quotas ask for it.
interface Belongings {
    /// @param since when the order was paid for
    record Holding(String launch, boolean delivered, Instant since) {}

    List<Holding> of(String member);

    /// Orders that are paid for and that the member still has.
    static Belongings of(Launch launch) {
        return member -> launch.ordersOf(member).stream()
                .filter(order -> order.live() && order.placedAt() != null)
                .map(order -> new Holding(
                        order.launch(),
                        order.state() == OrderState.DELIVERED,
                        Objects.requireNonNull(order.placedAt())))
                .toList();
    }

    /// The quotas that somebody fits, as bits.
    static int fits(List<Share> shares, String city, List<Holding> holdings, Instant now) {
        int fits = 0;
        for (int index = 0; index < shares.size(); index++) {
            fits |= fits(shares.get(index), city, holdings, now) ? 1 << index : 0;
        }
        return fits;
    }

    private static boolean fits(Share share, String city, List<Holding> holdings, Instant now) {
        boolean there = share.city() == null || share.city().equals(city);
        boolean has = share.launch() == null
                || holdings.stream()
                        .anyMatch(
                                one -> one.launch().equals(share.launch()) && (one.delivered() || !share.delivered()));
        boolean stayed = share.months() == 0 || months(holdings, now) >= share.months();
        return there && has && stayed;
    }

    private static long months(List<Holding> holdings, Instant now) {
        return holdings.stream()
                .map(Holding::since)
                .min(Instant::compareTo)
                .map(since -> ChronoUnit.MONTHS.between(since.atZone(ZoneOffset.UTC), now.atZone(ZoneOffset.UTC)))
                .orElse(-1L);
    }
}

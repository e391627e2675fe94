package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.OfferLine;
import dev.holdfast.launch.LaunchView.OfferView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the line divides among the offers, the most wanted first.
final class OfferShares {
    /// As many as a wall screen shows without scrolling; the rest is one row.
    private static final int MAX_ROWS = 6;

    private OfferShares() {}

    /// @param share of all live orders, from 0 to 1
    /// @param left  units free for the next buyer; null where the next buyer would be waitlisted
    /// @param wide  of a hundred, for the bar: the most wanted offer fills it
    record Share(
            String name, long live, double share, @Nullable Long left, long wide) {
        boolean soldOut() {
            return left != null && left == 0;
        }
    }

    static List<Share> of(LaunchView launch, Words words) {
        Map<String, OfferLine> lines =
                launch.line().byOffer().stream().collect(Collectors.toMap(OfferLine::offer, Function.identity()));
        long all =
                Math.max(1, lines.values().stream().mapToLong(OfferShares::live).sum());
        var shares = launch.offers().stream()
                .map(offer -> share(offer, lines.get(offer.offer().id()), all, words))
                .sorted(Comparator.comparingLong(Share::live).reversed().thenComparing(Share::name))
                .toList();
        shares = scaled(shares);
        return shares.size() <= MAX_ROWS + 1 ? shares : shortened(shares, words);
    }

    /// Twenty offers of five percent each would have no bars to compare.
    private static List<Share> scaled(List<Share> shares) {
        double most = shares.isEmpty() ? 1 : Math.max(0.01, shares.getFirst().share());
        return shares.stream()
                .map(one -> new Share(
                        one.name(), one.live(), one.share(), one.left(), Math.round(100 * one.share() / most)))
                .toList();
    }

    private static List<Share> shortened(List<Share> shares, Words words) {
        var rows = new ArrayList<>(shares.subList(0, MAX_ROWS));
        var rest = shares.subList(MAX_ROWS, shares.size());
        boolean waitlisted = rest.stream().anyMatch(share -> share.left() == null);
        rows.add(new Share(
                words.say("live.offers.others", words.number(rest.size())),
                rest.stream().mapToLong(Share::live).sum(),
                rest.stream().mapToDouble(Share::share).sum(),
                waitlisted
                        ? null
                        : Long.valueOf(rest.stream()
                                .mapToLong(share -> share.left() == null ? 0 : share.left())
                                .sum()),
                0));
        return rows;
    }

    private static Share share(OfferView view, @Nullable OfferLine line, long all, Words words) {
        long live = line == null ? 0 : live(line);
        return new Share(words.name(view.offer().name()), live, (double) live / all, view.remaining(), 0);
    }

    private static long live(OfferLine line) {
        return line.held() + line.placed() + line.locked();
    }
}

package dev.holdfast.supply.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Window;
import dev.holdfast.supply.master.Choice;
import dev.holdfast.supply.master.Plants;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What else a fan could have, and how much sooner: read off the windows that the next order of each offer would get.
public final class Alternatives {
    /// Launches whose choices are kept in memory. Anybody may ask, as often as they like, and the choices of a launch
    /// are in a file as long as its planner liked: it is read once for each piece of news of its supply.
    private static final int MAX_KNOWN = 100;

    private final Launch launch;
    private final Plants plants;
    private final Cache<Known, List<Choice>> choices =
            Caffeine.newBuilder().maximumSize(MAX_KNOWN).executor(Runnable::run).build();

    private record Known(int launch, long event) {}

    Alternatives(Launch launch, Plants plants) {
        this.launch = launch;
        this.plants = plants;
    }

    /// @param promise the window compared with; null: none
    /// @param others the earliest first; who gives no window comes last
    public record Compared(
            String offer, @Nullable String region, @Nullable Window promise, List<Alternative> others) {
        public Compared {
            others = List.copyOf(others);
        }
    }

    /// @param promise the window that an order of it would get now; null: none
    /// @param weeks later than what it is compared with, below zero: earlier; null: one of them has no window
    /// @param differs the options that are other than those compared with, each with its words by language
    public record Alternative(
            LaunchDefinition.Offer offer,
            @Nullable Window promise,
            @Nullable Integer weeks,
            List<Option> differs) {
        public Alternative {
            differs = List.copyOf(differs);
        }
    }

    /// One option of an offer, such as the colour white.
    public record Option(String name, String value, Map<String, String> words) {
        public Option {
            words = Map.copyOf(words);
        }
    }

    /// Before ordering: other offers beside the next order of this one.
    ///
    /// @param region null: the launch's first
    /// @throws Problem UNKNOWN, or INVALID `unknown_offer` or `unknown_region`
    public Compared beside(String slug, String offer, @Nullable String region) {
        LaunchView view = launch.look(slug);
        if (view.definition().offer(offer).isEmpty()) {
            throw invalid("unknown_offer", "This launch has no offer '" + offer + "'.");
        }
        if (region != null && view.definition().region(region).isEmpty()) {
            throw invalid("unknown_region", "This launch has no region '" + region + "'.");
        }
        Window own = view.offers().stream()
                .filter(one -> one.offer().id().equals(offer))
                .findFirst()
                // Of the optional and not of the stream, whose first must not be null: an offer may have no window.
                .map(one -> window(one, region))
                .orElse(null);
        return compared(view, offer, region, own);
    }

    /// After ordering: other offers beside the window that the order has.
    ///
    /// @throws Problem UNKNOWN when there is no such order, or not for the one who asks
    public Compared beside(OrderId id, Asker asker) {
        Order order = launch.order(id, asker).order();
        return compared(launch.look(order.launch()), order.offer(), order.region(), order.promise());
    }

    private Compared compared(LaunchView view, String offer, @Nullable String region, @Nullable Window own) {
        var known = new Known(view.number(), plants.latestEvent(view.number()));
        List<Choice> told = choices.get(known, now -> plants.choices(now.launch, now.event));
        List<Alternative> others = new ArrayList<>();
        for (LaunchView.OfferView other : view.offers()) {
            if (!other.offer().id().equals(offer)) {
                Window window = window(other, region);
                others.add(new Alternative(
                        other.offer(),
                        window,
                        weeks(own, window),
                        differs(told, offer, other.offer().id())));
            }
        }
        others.sort(
                Comparator.comparing(Alternative::promise, Comparator.nullsLast(Comparator.comparing(Window::from))));
        return new Compared(offer, region, own, others);
    }

    /// What the other is and the own is not: its wheels are white.
    private static List<Option> differs(List<Choice> choices, String own, String other) {
        Map<String, String> mine = choices.stream()
                .filter(choice -> choice.configuration().equals(own))
                .collect(Collectors.toMap(Choice::option, Choice::choice));
        return choices.stream()
                .filter(choice -> choice.configuration().equals(other))
                .filter(choice -> !choice.choice().equals(mine.get(choice.option())))
                .map(choice -> new Option(choice.option(), choice.choice(), words(choice)))
                .toList();
    }

    private static Map<String, String> words(Choice choice) {
        return Map.of(
                "en", named(choice.choiceEn(), choice.choice()) + " " + named(choice.optionEn(), choice.option()),
                "zh", named(choice.choiceZh(), choice.choice()) + named(choice.optionZh(), choice.option()));
    }

    private static String named(String name, String otherwise) {
        return name.isEmpty() ? otherwise : name;
    }

    private static @Nullable Window window(LaunchView.OfferView offer, @Nullable String region) {
        return region == null ? offer.promise() : offer.promises().get(region);
    }

    private static @Nullable Integer weeks(@Nullable Window own, @Nullable Window other) {
        return own == null || other == null
                ? null
                : Math.toIntExact(ChronoUnit.WEEKS.between(own.from(), other.from()));
    }

    private static Problem invalid(String code, String message) {
        return new Problem(Problem.Kind.INVALID, code, message);
    }
}

package dev.holdfast.launch;

import dev.holdfast.launch.consent.RuleSets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an operator decides about a launch.
///
/// @param name by language, `en` and `zh`
/// @param revealAt until then prices and deposits are for operators' eyes; null: visible at once
/// @param lockAfter how long after payment an order locks by itself when its terms were accepted
/// @param regions where units can be delivered, the first is the default; none: everywhere alike
/// @param ruleSet what a member may demand when a promise moves
/// @param compensation what the seller grants for broken promises, beyond what the rule set demands
public record LaunchDefinition(
        Map<String, String> name,
        Instant opensAt,
        @Nullable Instant revealAt,
        @Nullable Instant closesAt,
        ZoneId timeZone,
        String currency,
        int limitPerMember,
        Duration payWithin,
        Duration lockAfter,
        BeyondSupply beyondSupply,
        boolean changeKeepsPosition,
        @Nullable String termsVersion,
        List<Region> regions,
        List<Offer> offers,
        String ruleSet,
        List<CompensationRule> compensation) {

    /// The rule set of a launch that names none.
    public static final String DEFAULT_RULES = RuleSets.DEFAULT;

    public LaunchDefinition {
        regions = List.copyOf(regions);
        offers = List.copyOf(offers);
        name = Map.copyOf(name);
        // A row written before there were rules names none.
        ruleSet = Objects.requireNonNullElse(ruleSet, RuleSets.DEFAULT);
        compensation = List.copyOf(Objects.requireNonNullElse(compensation, List.of()));
    }

    /// Under the default rule set, and without compensation beyond it.
    public LaunchDefinition(
            Map<String, String> name,
            Instant opensAt,
            @Nullable Instant revealAt,
            @Nullable Instant closesAt,
            ZoneId timeZone,
            String currency,
            int limitPerMember,
            Duration payWithin,
            Duration lockAfter,
            BeyondSupply beyondSupply,
            boolean changeKeepsPosition,
            @Nullable String termsVersion,
            List<Region> regions,
            List<Offer> offers) {
        this(
                name,
                opensAt,
                revealAt,
                closesAt,
                timeZone,
                currency,
                limitPerMember,
                payWithin,
                lockAfter,
                beyondSupply,
                changeKeepsPosition,
                termsVersion,
                regions,
                offers,
                RuleSets.DEFAULT,
                List.of());
    }

    /// The same launch under other rules.
    public LaunchDefinition under(String ruleSet, List<CompensationRule> compensation) {
        return new LaunchDefinition(
                name,
                opensAt,
                revealAt,
                closesAt,
                timeZone,
                currency,
                limitPerMember,
                payWithin,
                lockAfter,
                beyondSupply,
                changeKeepsPosition,
                termsVersion,
                regions,
                offers,
                ruleSet,
                compensation);
    }

    /// What happens to an order that no supply reaches.
    public enum BeyondSupply {
        REFUSE,
        WAITLIST
    }

    /// @param transitWeeks from the week a unit can leave to the week it can be handed over
    public record Region(String id, Map<String, String> name, int transitWeeks) {
        public Region {
            name = Map.copyOf(name);
        }
    }

    /// @param price and deposit in minor units of the launch's currency
    public record Offer(String id, Map<String, String> name, long price, long deposit) {
        public Offer {
            name = Map.copyOf(name);
        }
    }

    public Optional<Offer> offer(String id) {
        return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    public Optional<Region> region(String id) {
        return regions.stream().filter(region -> region.id().equals(id)).findFirst();
    }

    /// Whole weeks of transit to a region; none where a launch has no regions.
    public int transitWeeks(@Nullable String region) {
        return region == null ? 0 : region(region).map(Region::transitWeeks).orElse(0);
    }

    public boolean sealedAt(Instant now) {
        return revealAt != null && now.isBefore(revealAt);
    }
}

package dev.holdfast.launch;

import dev.holdfast.launch.consent.RuleSets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What an operator decides about a launch.
///
/// The parts after `offers` are optional. Each has a default that a row written before it existed can live
/// with, and one method of [OptionalParts] that gives it; so a new part costs a line each there, and no
/// further constructor.
///
/// @param name by language, `en` and `zh`
/// @param revealAt until then prices and deposits are for operators' eyes; null: visible at once
/// @param lockAfter how long after payment an order locks by itself when its terms were accepted
/// @param regions where units can be delivered, the first is the default; none: everywhere alike
/// @param ruleSet what a member may demand when a promise moves
/// @param compensation what the seller grants for broken promises, beyond what the rule set demands
/// @param mode what kind of opening it is
/// @param waitingRoom how people are let in at the opening; null: as they come
/// @param entry who may enter the line, beyond the limit for each member
/// @param campaign of a launch of mode `CROWDFUND`, and of no other
/// @param spec what is sold, as orders from now on have it; null: nobody said
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
        List<CompensationRule> compensation,
        Mode mode,
        @Nullable WaitingRoom waitingRoom,
        EntryRules entry,
        @Nullable Campaign campaign,
        @Nullable SpecVersion spec) {

    /// The rule set of a launch that names none.
    public static final String DEFAULT_RULES = RuleSets.DEFAULT;

    public LaunchDefinition {
        regions = List.copyOf(regions);
        offers = List.copyOf(offers);
        name = Map.copyOf(name);
        // A row written before there were rules names none.
        ruleSet = Objects.requireNonNullElse(ruleSet, RuleSets.DEFAULT);
        compensation = List.copyOf(Objects.requireNonNullElse(compensation, List.of()));
        mode = Objects.requireNonNullElse(mode, Mode.PREORDER);
        entry = EntryRules.orOpen(entry);
    }

    /// With every optional part at its default.
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
                List.of(),
                Mode.PREORDER,
                null,
                EntryRules.OPEN,
                null,
                null);
    }

    /// The same launch with other optional parts.
    public LaunchDefinition with(UnaryOperator<OptionalParts> change) {
        OptionalParts parts = change.apply(new OptionalParts(this));
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
                parts.ruleSet,
                parts.compensation,
                parts.mode,
                parts.waitingRoom,
                parts.entry,
                parts.campaign,
                parts.spec);
    }

    /// The same launch with the optional parts of another one: for whoever writes the rest of it anew.
    public LaunchDefinition withPartsOf(LaunchDefinition other) {
        return with(parts -> new OptionalParts(other));
    }

    /// The same launch under other rules.
    public LaunchDefinition under(String ruleSet, List<CompensationRule> compensation) {
        return with(parts -> parts.ruleSet(ruleSet).compensation(compensation));
    }

    /// The optional parts while somebody chooses them.
    public static final class OptionalParts {
        private String ruleSet;
        private List<CompensationRule> compensation;
        private Mode mode;
        private @Nullable WaitingRoom waitingRoom;
        private EntryRules entry;
        private @Nullable Campaign campaign;
        private @Nullable SpecVersion spec;

        private OptionalParts(LaunchDefinition of) {
            this.ruleSet = of.ruleSet;
            this.compensation = of.compensation;
            this.mode = of.mode;
            this.waitingRoom = of.waitingRoom;
            this.entry = of.entry;
            this.campaign = of.campaign;
            this.spec = of.spec;
        }

        public OptionalParts ruleSet(String ruleSet) {
            this.ruleSet = ruleSet;
            return this;
        }

        public OptionalParts compensation(List<CompensationRule> compensation) {
            this.compensation = compensation;
            return this;
        }

        public OptionalParts mode(Mode mode) {
            this.mode = mode;
            return this;
        }

        public OptionalParts waitingRoom(@Nullable WaitingRoom waitingRoom) {
            this.waitingRoom = waitingRoom;
            return this;
        }

        public OptionalParts entry(EntryRules entry) {
            this.entry = entry;
            return this;
        }

        public OptionalParts campaign(@Nullable Campaign campaign) {
            this.campaign = campaign;
            return this;
        }

        public OptionalParts spec(@Nullable SpecVersion spec) {
            this.spec = spec;
            return this;
        }
    }

    /// What kind of opening a launch is.
    public enum Mode {
        /// A deposit turns a hold into an order.
        PREORDER,
        /// Pledges, which become money only once the campaign has succeeded.
        CROWDFUND
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

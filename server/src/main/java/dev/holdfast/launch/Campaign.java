package dev.holdfast.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a launch of mode `crowdfund` adds: what fans pledge for, what it takes to succeed, and what becomes of the
/// money. It ends at the launch's `closesAt`.
///
/// @param goal in minor units of the launch's currency
/// @param tiers of the launch's offers; an offer without one is sold without a limit until the end
/// @param stretchGoals in rising order of their sums
/// @param mendWithin how long a fan whose payment was refused has to mend it, before the place is given up
/// @param lateUntil until when late pledges are taken after a success; null: there are none
/// @param partner whose product this is; null: the brand's own
/// @param survey what backers are asked before delivery
/// @param surveyLocksAt from then on answers and the address stand as they are; null: they never lock
public record Campaign(
        Funding funding,
        long goal,
        List<Tier> tiers,
        List<StretchGoal> stretchGoals,
        List<AddOn> addOns,
        Duration mendWithin,
        @Nullable Instant lateUntil,
        @Nullable Partner partner,
        List<Question> survey,
        @Nullable Instant surveyLocksAt) {

    /// Time to notice a letter and to find another card.
    public static final Duration DEFAULT_MEND_WITHIN = Duration.ofDays(7);

    public Campaign {
        funding = Objects.requireNonNullElse(funding, Funding.ALL_OR_NOTHING);
        tiers = List.copyOf(Objects.requireNonNullElse(tiers, List.of()));
        stretchGoals = List.copyOf(Objects.requireNonNullElse(stretchGoals, List.of()));
        addOns = List.copyOf(Objects.requireNonNullElse(addOns, List.of()));
        mendWithin = Objects.requireNonNullElse(mendWithin, DEFAULT_MEND_WITHIN);
        survey = List.copyOf(Objects.requireNonNullElse(survey, List.of()));
    }

    public enum Funding {
        /// Below the goal nobody pays.
        ALL_OR_NOTHING,
        /// Whatever was pledged is taken.
        FLEXIBLE
    }

    /// The rule by which an offer is sold.
    ///
    /// @param units live pledges it may have; null: any number
    /// @param until the hour it ends, before the campaign's own end; null: with the campaign
    /// @param then the offer it turns into when its units or its time are gone; null: it is simply gone
    /// @param late sold after the campaign's success only; else until its end only
    public record Tier(
            String offer,
            @Nullable Long units,
            @Nullable Instant until,
            @Nullable String then,
            Boolean late) {
        public Tier {
            late = Objects.requireNonNullElse(late, false);
            offer = Objects.requireNonNullElse(offer, "");
        }
    }

    /// @param adds what everybody gets when the sum is reached, by language
    public record StretchGoal(long sum, Map<String, String> adds) {
        public StretchGoal {
            adds = texts(adds);
        }
    }

    /// @param price of one, in minor units
    /// @param units that all pledges together may have; null: any number
    public record AddOn(
            String id,
            Map<String, String> name,
            long price,
            @Nullable Long units) {
        public AddOn {
            id = Objects.requireNonNullElse(id, "");
            name = texts(name);
        }
    }

    /// The company whose product is sold to this brand's fans.
    ///
    /// @param id the member who may see the campaign's settlement by a token with the role `partner`
    /// @param shareBasisPoints of what is left of each pledge after the fee, rounded down to the minor unit
    /// @param feeBasisPoints of each pledge, rounded down to the minor unit, for payment and service
    public record Partner(String id, int shareBasisPoints, int feeBasisPoints) {
        private static final int WHOLE = 10_000;

        public Partner {
            id = Objects.requireNonNullElse(id, "");
        }

        public long fee(long pledge) {
            return part(pledge, feeBasisPoints);
        }

        public long share(long pledge) {
            return part(pledge - fee(pledge), shareBasisPoints);
        }

        /// Without a product that could be too large: a whole and a rest.
        private static long part(long amount, int basisPoints) {
            return amount / WHOLE * basisPoints + amount % WHOLE * basisPoints / WHOLE;
        }
    }

    /// @param choices of which one is the answer; none: the answer is a text
    public record Question(String id, Map<String, String> text, List<Choice> choices, Boolean required) {
        public Question {
            id = Objects.requireNonNullElse(id, "");
            required = Objects.requireNonNullElse(required, false);
            text = texts(text);
            choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
        }
    }

    public record Choice(String id, Map<String, String> name) {
        public Choice {
            id = Objects.requireNonNullElse(id, "");
            name = texts(name);
        }
    }

    /// What somebody left out is judged with the rest, and not by a fault on the way.
    private static Map<String, String> texts(Map<String, String> texts) {
        return Map.copyOf(Objects.requireNonNullElse(texts, Map.of()));
    }

    public Tier tier(String offer) {
        return tiers.stream()
                .filter(tier -> tier.offer().equals(offer))
                .findFirst()
                .orElseGet(() -> new Tier(offer, null, null, null, false));
    }

    public Optional<AddOn> addOn(String id) {
        return addOns.stream().filter(addOn -> addOn.id().equals(id)).findFirst();
    }

    /// How many of the stretch goals a sum reaches.
    public int reached(long sum) {
        return (int) stretchGoals.stream().filter(goal -> sum >= goal.sum()).count();
    }
}

package dev.holdfast.launch;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Question;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.LaunchDefinition.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a campaign must keep to. The tiers turn into one another, so they must lead somewhere and never in a ring.
final class CampaignCheck {
    static final int MAX_STRETCH_GOALS = 50;
    static final int MAX_ADD_ONS = 50;
    static final int MAX_QUESTIONS = 20;
    static final int MAX_CHOICES = 50;
    static final Duration MAX_MEND = Duration.ofDays(60);
    private static final int MAX_TEXT = 500;
    private static final int WHOLE = 10_000;
    private static final int MAX_PARTNER = 64;

    private final LaunchDefinition launch;
    private final Campaign campaign;
    private final Consumer<Fault> faults;

    private CampaignCheck(LaunchDefinition launch, Campaign campaign, Consumer<Fault> faults) {
        this.launch = launch;
        this.campaign = campaign;
        this.faults = faults;
    }

    static void check(LaunchDefinition launch, Consumer<Fault> faults) {
        Campaign campaign = launch.campaign();
        boolean crowdfund = launch.mode() == Mode.CROWDFUND;
        if (crowdfund != (campaign != null)) {
            faults.accept(new Fault(
                    "campaign",
                    campaign == null ? null : "given",
                    crowdfund ? "is required by mode 'crowdfund'" : "goes with mode 'crowdfund' only"));
        }
        if (campaign != null) {
            new CampaignCheck(launch, campaign, faults).all();
        }
    }

    private void all() {
        within("campaign.goal", campaign.goal(), 1, DefinitionCheck.MAX_PRICE);
        if (launch.closesAt() == null) {
            fault("closesAt", "null", "is required: a campaign has an end");
        }
        if (campaign.mendWithin().isNegative() || campaign.mendWithin().compareTo(MAX_MEND) > 0) {
            fault("campaign.mendWithin", campaign.mendWithin(), "must be from PT0S to " + MAX_MEND);
        }
        after("campaign.lateUntil", campaign.lateUntil());
        after("campaign.surveyLocksAt", campaign.surveyLocksAt());
        offers();
        tiers();
        stretchGoals();
        addOns();
        partner();
        survey();
    }

    private void after(String where, @Nullable Instant at) {
        Instant end = launch.closesAt();
        if (at != null && end != null && !at.isAfter(end)) {
            fault(where, at, "must come after closesAt, " + end);
        }
    }

    /// What is pledged is what is paid: nothing is left to pay on delivery.
    private void offers() {
        for (int i = 0; i < launch.offers().size(); i++) {
            LaunchDefinition.Offer offer = launch.offers().get(i);
            if (offer.deposit() != offer.price()) {
                fault("offers[" + i + "].deposit", offer.deposit(), "must be the price, " + offer.price());
            }
        }
    }

    private void tiers() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < campaign.tiers().size(); i++) {
            Tier tier = campaign.tiers().get(i);
            String at = "campaign.tiers[" + i + "]";
            if (launch.offer(tier.offer()).isEmpty()) {
                fault(at + ".offer", tier.offer(), "is no offer of this launch");
            }
            if (!seen.add(tier.offer())) {
                fault(at + ".offer", tier.offer(), "is given twice");
            }
            if (tier.units() != null) {
                within(at + ".units", tier.units(), 1, DefinitionCheck.MAX_LIMIT);
            }
            if (tier.until() != null
                    && launch.closesAt() != null
                    && tier.until().isAfter(launch.closesAt())) {
                fault(at + ".until", tier.until(), "is after the campaign's end");
            }
            if (tier.late() && campaign.lateUntil() == null) {
                fault(at + ".late", "true", "needs campaign.lateUntil");
            }
            leadsOn(at + ".then", tier);
        }
    }

    private void leadsOn(String where, Tier first) {
        Set<String> passed = new HashSet<>();
        for (String then = first.then();
                then != null;
                then = campaign.tier(then).then()) {
            Optional<LaunchDefinition.Offer> next = launch.offer(then);
            if (next.isEmpty() || !campaign.tier(then).late().equals(first.late())) {
                fault(where, then, "must be an offer that is sold at the same time");
                return;
            }
            if (then.equals(first.offer()) || !passed.add(then)) {
                fault(where, then, "turns into itself");
                return;
            }
        }
    }

    private void stretchGoals() {
        few("campaign.stretchGoals", campaign.stretchGoals(), MAX_STRETCH_GOALS);
        long before = campaign.goal();
        for (int i = 0; i < campaign.stretchGoals().size(); i++) {
            Campaign.StretchGoal goal = campaign.stretchGoals().get(i);
            String at = "campaign.stretchGoals[" + i + "]";
            if (goal.sum() <= before || goal.sum() > DefinitionCheck.MAX_PRICE) {
                fault(at + ".sum", goal.sum(), "must be more than " + before);
            }
            before = goal.sum();
            texts(at + ".adds", goal.adds());
        }
    }

    private void addOns() {
        few("campaign.addOns", campaign.addOns(), MAX_ADD_ONS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < campaign.addOns().size(); i++) {
            AddOn addOn = campaign.addOns().get(i);
            String at = "campaign.addOns[" + i + "]";
            id(at + ".id", addOn.id(), seen);
            texts(at + ".name", addOn.name());
            within(at + ".price", addOn.price(), 0, DefinitionCheck.MAX_PRICE);
            if (addOn.units() != null) {
                within(at + ".units", addOn.units(), 1, DefinitionCheck.MAX_LIMIT);
            }
        }
    }

    private void partner() {
        Campaign.Partner partner = campaign.partner();
        if (partner != null) {
            if (partner.id().isBlank() || partner.id().length() > MAX_PARTNER) {
                fault("campaign.partner.id", partner.id(), "must have 1 to " + MAX_PARTNER + " characters");
            }
            within("campaign.partner.shareBasisPoints", partner.shareBasisPoints(), 0, WHOLE);
            within("campaign.partner.feeBasisPoints", partner.feeBasisPoints(), 0, WHOLE);
        }
    }

    private void survey() {
        few("campaign.survey", campaign.survey(), MAX_QUESTIONS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < campaign.survey().size(); i++) {
            Question question = campaign.survey().get(i);
            String at = "campaign.survey[" + i + "]";
            id(at + ".id", question.id(), seen);
            texts(at + ".text", question.text());
            few(at + ".choices", question.choices(), MAX_CHOICES);
            Set<String> choices = new HashSet<>();
            for (Campaign.Choice choice : question.choices()) {
                id(at + ".choices", choice.id(), choices);
                texts(at + ".choices." + choice.id(), choice.name());
            }
        }
    }

    private void few(String where, List<?> all, int max) {
        if (all.size() > max) {
            fault(where, all.size(), "must be at most " + max);
        }
    }

    private void id(String where, String id, Set<String> seen) {
        if (!DefinitionCheck.ID.matcher(id).matches()) {
            fault(where, id, "must be 1 to 64 of a-z, 0-9, '.', '_' and '-'");
        } else if (!seen.add(id)) {
            fault(where, id, "is given twice");
        }
    }

    private void texts(String where, Map<String, String> texts) {
        boolean known = Set.of("en", "zh").containsAll(texts.keySet());
        boolean fits = texts.values().stream().allMatch(text -> !text.isBlank() && text.length() <= MAX_TEXT);
        if (texts.isEmpty() || !known || !fits) {
            fault(where, texts, "needs a text of 1 to " + MAX_TEXT + " characters in 'en', 'zh' or both");
        }
    }

    private void within(String where, long value, long min, long max) {
        if (value < min || value > max) {
            fault(where, value, "must be from " + min + " to " + max);
        }
    }

    private void fault(String where, Object value, String reason) {
        faults.accept(new Fault(where, value.toString(), reason));
    }
}

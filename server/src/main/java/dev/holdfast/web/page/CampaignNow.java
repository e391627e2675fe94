package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.CampaignProgress.TierStand;
import dev.holdfast.launch.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How far a campaign has come, as its page shows it: the same for every reader of a language.
record CampaignNow(Words words, CampaignProgress progress) {
    private static final long WHOLE = 100;

    record Goal(String sum, String adds, boolean reached) {}

    record Tier(String name, String price, String left, boolean open) {}

    String address() {
        return NowServlet.campaignAddress(progress.launch().slug(), words);
    }

    boolean refresh() {
        return progress.verdict() == null || progress.campaign().lateUntil() != null;
    }

    String sum() {
        return words.money(progress.sum());
    }

    String ofGoal() {
        return words.say("campaign.ofGoal", words.money(progress.goal()), words.number(progress.percent()));
    }

    long bar() {
        return Math.min(WHOLE, progress.percent());
    }

    /// Before the end: how much time is left, in the largest two units.
    String time() {
        var left = Duration.between(progress.launch().asOf(), progress.endsAt());
        if (progress.verdict() != null) {
            return words.instant(
                    progress.endsAt(), progress.launch().definition().timeZone());
        }
        return left.isPositive() ? words.number(hours(left)) : words.say("campaign.deciding");
    }

    /// Hours begun count: nobody reads "0 hours" while there is time.
    private static long hours(Duration left) {
        return left.plusHours(1).minusNanos(1).toHours();
    }

    String timeName() {
        if (progress.verdict() != null) {
            return words.say("campaign.ended");
        }
        return words.say(progress.ended() ? "campaign.deciding.name" : "campaign.hours");
    }

    @Nullable
    String verdict() {
        if (progress.verdict() == null) {
            return null;
        }
        boolean over = progress.verdict() == Verdict.SUCCEEDED;
        return words.say(over ? "campaign.succeeded" : "campaign.failed", words.money(progress.sum()));
    }

    String rule() {
        return words.say("campaign.rule." + progress.campaign().funding());
    }

    List<Goal> goals() {
        var goals = progress.campaign().stretchGoals();
        var currency = progress.sum().currency();
        return IntStream.range(0, goals.size())
                .mapToObj(i -> new Goal(
                        words.money(new Money(goals.get(i).sum(), currency)),
                        words.name(goals.get(i).adds()),
                        i < progress.reached()))
                .toList();
    }

    List<Tier> tiers() {
        return progress.tiers().stream().map(this::tier).toList();
    }

    private Tier tier(TierStand stand) {
        var offer = progress.launch().definition().offer(stand.tier().offer()).orElseThrow();
        var price = new Money(offer.price(), progress.sum().currency());
        return new Tier(words.name(offer.name()), words.money(price), left(stand), stand.open());
    }

    private String left(TierStand stand) {
        if (!stand.open()) {
            return words.say(stand.tier().late() ? "tier.late" : "tier.gone");
        }
        var until = stand.tier().until();
        var units = stand.left() == null ? words.say("tier.open") : words.count("tier.left", stand.left());
        return until == null
                ? units
                : words.say(
                        "tier.until",
                        units,
                        words.instant(until, progress.launch().definition().timeZone()));
    }

    /// Add-ons that can still be had.
    List<Addition> additions() {
        var currency = progress.sum().currency();
        return progress.campaign().addOns().stream()
                .map(addOn -> addition(addOn, currency))
                .filter(addition -> addition.max() > 0)
                .toList();
    }

    /// @param max of it in one pledge
    record Addition(String id, String name, String price, long max) {}

    private static final long MAX_OF_ONE = 10;

    private Addition addition(Campaign.AddOn addOn, String currency) {
        long left = progress.addOnsLeft().getOrDefault(addOn.id(), MAX_OF_ONE);
        return new Addition(
                addOn.id(),
                words.name(addOn.name()),
                words.money(new Money(addOn.price(), currency)),
                Math.min(left, MAX_OF_ONE));
    }
}

package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a campaign has come, as anybody may see it.
///
/// @param sum of the pledges that count: promised or taken
/// @param verdict null until it is decided
/// @param reached stretch goals that the sum reaches; once decided, those it had reached at the end
public record CampaignProgress(
        LaunchView launch,
        Campaign campaign,
        Money sum,
        long pledges,
        long backers,
        Instant endsAt,
        @Nullable Verdict verdict,
        @Nullable Instant decidedAt,
        int reached,
        List<TierStand> tiers,
        Map<String, Long> addOnsLeft) {
    public CampaignProgress {
        tiers = List.copyOf(tiers);
        addOnsLeft = Map.copyOf(addOnsLeft);
    }

    /// One tier now.
    ///
    /// @param sold live pledges
    /// @param left units that are still to be had; null: any number
    /// @param open whether it can be pledged for
    public record TierStand(
            Campaign.Tier tier, long sold, @Nullable Long left, boolean open) {}

    public Money goal() {
        return new Money(campaign.goal(), sum.currency());
    }

    /// Of the goal, rounded down: what is not reached never reads as reached.
    public long percent() {
        return (long) Math.floor(100.0 * sum.amount() / campaign.goal());
    }

    public boolean ended() {
        return !launch.asOf().isBefore(endsAt);
    }
}

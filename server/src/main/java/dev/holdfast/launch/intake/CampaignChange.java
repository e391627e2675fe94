package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.LaunchDefinition;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an operator cannot change about a campaign any more. Backers pledged for this goal, until this hour, by these
/// rules; only what helps them may change: more tiers, more stretch goals, a later lock of the survey.
final class CampaignChange {
    private CampaignChange() {}

    static void refuseBreaking(LineState state, LaunchDefinition to, Consumer<Fault> fault) {
        Campaign was = state.definition().campaign();
        Campaign is = to.campaign();
        if (state.positions() == 0 || (was == null && is == null)) {
            return;
        }
        if (was == null || is == null) {
            fault.accept(new Fault("mode", to.mode().name(), "orders were taken in the other mode"));
            return;
        }
        same("closesAt", state.definition().closesAt(), to.closesAt(), fault);
        same("campaign.goal", was.goal(), is.goal(), fault);
        same("campaign.funding", was.funding(), is.funding(), fault);
        same("campaign.partner", was.partner(), is.partner(), fault);
        was.addOns().stream()
                .filter(addOn -> is.addOn(addOn.id()).isEmpty())
                .forEach(gone -> fault.accept(new Fault("campaign.addOns", gone.id(), "pledges may hold it")));
        if (state.verdict() != null) {
            same("campaign.stretchGoals", was.stretchGoals(), is.stretchGoals(), fault);
        }
    }

    /// A campaign that could be ended when its figures please would be no campaign.
    static void refuseClosing(LineState state) {
        if (state.definition().campaign() != null) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "campaign_closes_by_rule",
                    "A campaign ends at its closesAt, " + state.definition().closesAt() + ", and not by hand. Maybe"
                            + " pause it: no pledges are taken then, and those that were taken stand.");
        }
    }

    private static void same(String where, @Nullable Object was, @Nullable Object is, Consumer<Fault> fault) {
        if (!Objects.equals(was, is)) {
            fault.accept(new Fault(where, String.valueOf(is), "backers pledged under " + was));
        }
    }
}

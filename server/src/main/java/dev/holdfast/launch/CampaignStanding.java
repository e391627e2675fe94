package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.List;

/// Where a campaign's money stands, for whoever runs it.
///
/// @param money  the pledges by how far their money has come, each state that any is in
/// @param troubles what providers refused or did not answer, the next to be asked again first
public record CampaignStanding(List<Heap> money, List<Trouble> troubles) {
    public CampaignStanding {
        money = List.copyOf(money);
        troubles = List.copyOf(troubles);
    }

    /// Pledges whose money has come equally far.
    public record Heap(PledgeMoney money, long pledges, Money sum) {}

    /// One promise that a provider has to be asked about again.
    ///
    /// @param act what it is asked for: `KEEP`, `CAPTURE` or `VOID`
    /// @param attempts since that was decided
    /// @param fault what the provider said, or why it was not reached
    public record Trouble(
            OrderId order, Money amount, String provider, String act, int attempts, Instant again, String fault) {}
}

package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a campaign brought, pledge by pledge: of each row and of the totals, the fee, the partner's share and what the
/// brand keeps add up to what was taken.
///
/// @param rows in line order
/// @param next the position to go on after; null: these are all
public record CampaignSettlement(
        String launch,
        Campaign.@Nullable Partner partner,
        Totals totals,
        List<Row> rows,
        @Nullable Long next) {
    public CampaignSettlement {
        rows = List.copyOf(rows);
    }

    public record Row(OrderId order, long position, String offer, Money taken, Money fee, Money share) {
        public Money kept() {
            return new Money(taken.amount() - fee.amount() - share.amount(), taken.currency());
        }
    }

    /// @param pledges whose money was taken
    public record Totals(long pledges, Money taken, Money fee, Money share) {
        public Money kept() {
            return new Money(taken.amount() - fee.amount() - share.amount(), taken.currency());
        }
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.CampaignSettlement;
import dev.holdfast.launch.CampaignSettlement.Row;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One campaign as the company reads it whose product it is: how far it has come, by which rule the money is parted,
/// and what each pledge brought.
record PartnerCampaignPage(Frame frame, CampaignNow now, CampaignSettlement settlement) {
    String name() {
        return frame.words().name(now.progress().launch().definition().name());
    }

    /// The rule in one sentence.
    String rule() {
        Campaign.Partner partner = Objects.requireNonNull(settlement.partner());
        return frame.words()
                .say("partner.rule", percent(partner.feeBasisPoints()), percent(partner.shareBasisPoints()));
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    String offer(Row row) {
        return OfferNames.of(now.progress().launch().definition(), row.offer(), frame.words());
    }

    /// The way on; null: these are all.
    @Nullable
    String next() {
        return settlement.next() == null ? null : "/partner/" + settlement.launch() + "?after=" + settlement.next();
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.CampaignSettlement.Totals;
import java.util.List;

/// The campaigns of a partner company, the oldest first.
record PartnerPage(Frame frame, List<Row> rows) {
    PartnerPage {
        rows = List.copyOf(rows);
    }

    record Row(CampaignProgress progress, Totals totals) {
        String name(Words words) {
            return words.name(progress.launch().definition().name());
        }

        String state(Words words) {
            var verdict = progress.verdict();
            if (verdict != null) {
                return words.say("partner." + verdict);
            }
            return words.say(progress.ended() ? "campaign.deciding.name" : "partner.running");
        }
    }
}

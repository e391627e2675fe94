package dev.holdfast.web.page;

import dev.holdfast.launch.Campaigns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Where a campaign's money stands, for its operator.
@Controller
class CampaignDeskPages {
    private static final int SHOWN = 100;

    private final Campaigns campaigns;
    private final Templates templates;

    CampaignDeskPages(Campaigns campaigns, Templates templates) {
        this.campaigns = campaigns;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/campaign")
    Page campaign(Frame frame, @PathVariable String slug) {
        frame.operating();
        var now = new CampaignNow(frame.words(), campaigns.progress(slug));
        var standing = campaigns.standing(slug, SHOWN);
        var settlement = campaigns.settlement(slug, 0, 1);
        return templates.page("staffCampaign", new StaffCampaignPage(frame, now, standing, settlement, SHOWN));
    }
}

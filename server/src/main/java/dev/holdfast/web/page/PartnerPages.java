package dev.holdfast.web.page;

import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.Campaigns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A partner company's own campaigns. It sees how many backed them and what each pledge brought, and of no backer who
/// they are.
@Controller
class PartnerPages {
    private static final int SHOWN = 100;

    private final Campaigns campaigns;
    private final Templates templates;

    PartnerPages(Campaigns campaigns, Templates templates) {
        this.campaigns = campaigns;
        this.templates = templates;
    }

    @GetMapping("/partner")
    Page all(Frame frame) {
        var partner = frame.partnering();
        var rows = campaigns.of(partner).stream()
                .map(progress -> row(partner, progress))
                .toList();
        return templates.page("partner", new PartnerPage(frame, rows));
    }

    private PartnerPage.Row row(String partner, CampaignProgress progress) {
        var slug = progress.launch().slug();
        return new PartnerPage.Row(
                progress, campaigns.settlementFor(partner, slug, 0, 1).totals());
    }

    @GetMapping("/partner/{slug}")
    Page campaign(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "0") long after) {
        var partner = frame.partnering();
        var settlement = campaigns.settlementFor(partner, slug, after, SHOWN);
        var now = new CampaignNow(frame.words(), campaigns.progress(slug));
        return templates.page("partnerCampaign", new PartnerCampaignPage(frame, now, settlement));
    }
}

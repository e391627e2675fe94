package dev.holdfast.web.page;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What pages show of campaigns; nothing for launches that are none.
@Component
class CampaignShelf {
    private final Campaigns campaigns;

    CampaignShelf(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Nullable
    CampaignNow now(LaunchView launch, boolean operator, Words words) {
        boolean shown = launch.definition().campaign() != null && (operator || launch.prices());
        return shown ? new CampaignNow(words, campaigns.progress(launch.slug())) : null;
    }

    @Nullable
    PledgeCard card(Order order, LaunchView launch, Asker asker, Words words) {
        if (launch.definition().campaign() == null) {
            return null;
        }
        return campaigns
                .find(order)
                .map(pledge -> new PledgeCard(
                        words,
                        order,
                        pledge,
                        campaigns.progress(launch.slug()),
                        campaigns.address(order.id(), asker).orElse(null)))
                .orElse(null);
    }
}

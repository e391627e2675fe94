package dev.holdfast.web.page;

import dev.holdfast.launch.CampaignSettlement;
import dev.holdfast.launch.CampaignStanding;
import dev.holdfast.launch.CampaignStanding.Trouble;
import dev.holdfast.launch.LaunchView;

/// How far a campaign has come, where its money stands, what banks do not do, and what is whose of it.
///
/// @param size of a full list of troubles; there may be more than are shown then
record StaffCampaignPage(
        Frame frame, CampaignNow now, CampaignStanding standing, CampaignSettlement settlement, int size) {
    LaunchView launch() {
        return now.progress().launch();
    }

    String again(Trouble trouble) {
        return frame.words().instant(trouble.again(), launch().definition().timeZone());
    }

    boolean full() {
        return standing.troubles().size() == size;
    }
}

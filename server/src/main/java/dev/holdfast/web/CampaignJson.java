package dev.holdfast.web;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.CampaignSettlement;
import dev.holdfast.launch.PledgeView;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes campaigns, pledges and settlements.
final class CampaignJson {
    private CampaignJson() {}

    /// @param campaign null: the launch is none, or its prices are sealed to the reader
    static void write(JsonGenerator json, @Nullable Campaign campaign) {
        if (campaign == null) {
            json.writeNullProperty("campaign");
            return;
        }
        json.writeObjectPropertyStart("campaign");
        json.writeStringProperty("funding", campaign.funding().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("goal", campaign.goal());
        array(json, "tiers", campaign.tiers(), tier -> tier(json, tier));
        array(json, "stretchGoals", campaign.stretchGoals(), goal -> {
            json.writeNumberProperty("sum", goal.sum());
            LaunchJson.texts(json, "adds", goal.adds());
        });
        array(json, "addOns", campaign.addOns(), addOn -> {
            json.writeStringProperty("id", addOn.id());
            LaunchJson.texts(json, "name", addOn.name());
            json.writeNumberProperty("price", addOn.price());
            number(json, "units", addOn.units());
        });
        json.writeStringProperty("mendWithin", campaign.mendWithin().toString());
        OrderJson.instant(json, "lateUntil", campaign.lateUntil());
        partner(json, campaign.partner());
        array(json, "survey", campaign.survey(), question -> question(json, question));
        OrderJson.instant(json, "surveyLocksAt", campaign.surveyLocksAt());
        json.writeEndObject();
    }

    private static void tier(JsonGenerator json, Campaign.Tier tier) {
        json.writeStringProperty("offer", tier.offer());
        number(json, "units", tier.units());
        OrderJson.instant(json, "until", tier.until());
        json.writeStringProperty("then", tier.then());
        json.writeBooleanProperty("late", tier.late());
    }

    private static void question(JsonGenerator json, Campaign.Question question) {
        json.writeStringProperty("id", question.id());
        LaunchJson.texts(json, "text", question.text());
        array(json, "choices", question.choices(), choice -> {
            json.writeStringProperty("id", choice.id());
            LaunchJson.texts(json, "name", choice.name());
        });
        json.writeBooleanProperty("required", question.required());
    }

    private static void partner(JsonGenerator json, Campaign.@Nullable Partner partner) {
        if (partner == null) {
            json.writeNullProperty("partner");
            return;
        }
        json.writeObjectPropertyStart("partner");
        json.writeStringProperty("id", partner.id());
        json.writeNumberProperty("shareBasisPoints", partner.shareBasisPoints());
        json.writeNumberProperty("feeBasisPoints", partner.feeBasisPoints());
        json.writeEndObject();
    }

    /// How far it has come, as anybody may see it.
    static void progress(JsonGenerator json, CampaignProgress progress, boolean prices) {
        String currency = progress.sum().currency();
        json.writeStringProperty("launch", progress.launch().slug());
        json.writeStringProperty("serverTime", progress.launch().asOf().toString());
        json.writeStringProperty("endsAt", progress.endsAt().toString());
        json.writeStringProperty(
                "verdict",
                progress.verdict() == null ? null : progress.verdict().name());
        OrderJson.instant(json, "decidedAt", progress.decidedAt());
        OrderJson.money(json, "goal", progress.goal());
        OrderJson.money(json, "sum", prices ? progress.sum() : null);
        json.writeNumberProperty("percent", progress.percent());
        json.writeNumberProperty("pledges", progress.pledges());
        json.writeNumberProperty("backers", progress.backers());
        json.writeArrayPropertyStart("tiers");
        for (CampaignProgress.TierStand tier : progress.tiers()) {
            json.writeStartObject();
            json.writeStringProperty("offer", tier.tier().offer());
            json.writeNumberProperty("sold", tier.sold());
            number(json, "left", tier.left());
            json.writeBooleanProperty("open", tier.open());
            OrderJson.instant(json, "until", tier.tier().until());
            json.writeStringProperty("then", tier.tier().then());
            json.writeBooleanProperty("late", tier.tier().late());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("stretchGoals");
        List<Campaign.StretchGoal> goals = progress.campaign().stretchGoals();
        for (int i = 0; i < goals.size(); i++) {
            json.writeStartObject();
            OrderJson.money(json, "sum", new Money(goals.get(i).sum(), currency));
            LaunchJson.texts(json, "adds", goals.get(i).adds());
            json.writeBooleanProperty("reached", i < progress.reached());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("addOnsLeft");
        progress.addOnsLeft().forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    static void pledge(JsonGenerator json, PledgeView pledge) {
        json.writeStringProperty("order", pledge.order().toString());
        json.writeStringProperty("money", pledge.money().name());
        json.writeBooleanProperty("late", pledge.late());
        json.writeObjectPropertyStart("addOns");
        pledge.addOns().forEach(json::writeNumberProperty);
        json.writeEndObject();
        OrderJson.instant(json, "mendBy", pledge.mendBy());
        LaunchJson.texts(json, "answers", pledge.answers());
        json.writeBooleanProperty("locked", pledge.locked());
    }

    static void settlement(JsonGenerator json, CampaignSettlement settlement) {
        json.writeStringProperty("launch", settlement.launch());
        partner(json, settlement.partner());
        CampaignSettlement.Totals totals = settlement.totals();
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("pledges", totals.pledges());
        OrderJson.money(json, "taken", totals.taken());
        OrderJson.money(json, "fee", totals.fee());
        OrderJson.money(json, "share", totals.share());
        OrderJson.money(json, "kept", totals.kept());
        json.writeEndObject();
        array(json, "rows", settlement.rows(), row -> {
            json.writeStringProperty("order", row.order().toString());
            json.writeNumberProperty("position", row.position());
            json.writeStringProperty("offer", row.offer());
            OrderJson.money(json, "taken", row.taken());
            OrderJson.money(json, "fee", row.fee());
            OrderJson.money(json, "share", row.share());
            OrderJson.money(json, "kept", row.kept());
        });
        number(json, "next", settlement.next());
    }

    private static <T> void array(JsonGenerator json, String name, List<T> all, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        for (T one : all) {
            json.writeStartObject();
            members.accept(one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void number(JsonGenerator json, String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}

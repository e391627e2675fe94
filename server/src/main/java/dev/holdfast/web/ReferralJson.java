package dev.holdfast.web;

import dev.holdfast.community.referral.Referral;
import dev.holdfast.community.referral.Referral.Step;
import dev.holdfast.community.referral.Ring;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Writes referrals.
final class ReferralJson {
    private ReferralJson() {}

    /// For one of those whom it concerns. Of the other it tells no name, and not what they wrote.
    static void concerning(JsonGenerator json, Referral referral, String member) {
        head(json, referral);
        json.writeStringProperty("as", referral.friend().equals(member) ? "friend" : "owner");
        json.writeBooleanProperty(
                "counts", referral.owner().equals(member) || referral.friend().equals(member));
        json.writeArrayPropertyStart("steps");
        for (Step step : referral.steps()) {
            boolean own = step.actor().equals(member);
            boolean staff = isStaff(step);
            json.writeStartObject();
            json.writeStringProperty("act", name(step.act()));
            json.writeStringProperty("at", step.at().toString());
            json.writeStringProperty("by", own ? "you" : staff ? step.actor() : "the other");
            json.writeStringProperty("said", own || staff ? step.said() : "");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// What staff did is shown with who did it; `holdfast` is the clock and the rules.
    private static boolean isStaff(Step step) {
        return switch (step.act()) {
            case OVERRIDDEN, ANSWERED, LAPSED, VESTED, CLAWED_BACK -> true;
            case LINKED, LATER_CONTACT, DISPUTED -> false;
        };
    }

    /// For operators.
    static void whole(JsonGenerator json, Referral referral) {
        head(json, referral);
        json.writeStringProperty("friend", referral.friend());
        json.writeStringProperty("owner", referral.owner());
        json.writeStringProperty("firstOwner", referral.firstOwner());
        json.writeArrayPropertyStart("steps");
        for (Step step : referral.steps()) {
            json.writeStartObject();
            json.writeStringProperty("act", name(step.act()));
            json.writeStringProperty("at", step.at().toString());
            json.writeStringProperty("actor", step.actor());
            json.writeStringProperty("owner", step.owner());
            json.writeStringProperty("said", step.said());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void head(JsonGenerator json, Referral referral) {
        json.writeNumberProperty("number", referral.number());
        json.writeStringProperty("code", referral.code());
        json.writeStringProperty("source", name(referral.source()));
        json.writeStringProperty("store", referral.store());
        json.writeStringProperty("contactAt", referral.contactAt().toString());
        json.writeStringProperty("state", referral.state().name());
        OrderJson.instant(json, "answerBy", referral.answerBy());
    }

    static void ring(JsonGenerator json, Ring ring) {
        json.writeArrayPropertyStart("members");
        ring.members().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("circle", ring.circle());
        json.writeArrayPropertyStart("shared");
        ring.shared().stream().sorted().forEach(json::writeString);
        json.writeEndArray();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package dev.holdfast.web;

import dev.holdfast.launch.Consent;
import dev.holdfast.launch.OpenConsent;
import dev.holdfast.launch.OrderHistory.CompensationGiven;
import dev.holdfast.launch.Settlement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes what members are asked about later windows, and what they are owed for broken promises.
final class ConsentJson {
    private ConsentJson() {}

    /// @param prices false while they are sealed to the reader
    static void consent(JsonGenerator json, @Nullable Consent consent, boolean prices) {
        if (consent == null) {
            json.writeNullProperty("consent");
            return;
        }
        json.writeObjectPropertyStart("consent");
        json.writeStringProperty("state", consent.state().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("at", consent.at().toString());
        OrderJson.window(json, "agreed", consent.agreed());
        OrderJson.window(json, "promise", consent.window());
        json.writeStringProperty("reason", consent.reason());
        json.writeStringProperty("askedAt", consent.askedAt().toString());
        json.writeStringProperty("answerBy", consent.answerBy().toString());
        json.writeStringProperty("onSilence", onSilence(consent.silenceKeeps()));
        OrderJson.money(json, "refund", prices ? consent.refund() : null);
        OrderJson.money(json, "compensation", prices ? consent.compensation() : null);
        json.writeEndObject();
    }

    /// @param prices false while they are sealed to the reader
    static void compensation(JsonGenerator json, List<CompensationGiven> all, boolean prices) {
        json.writeArrayPropertyStart("compensation");
        for (CompensationGiven given : all) {
            json.writeStartObject();
            json.writeStringProperty("rule", given.rule());
            OrderJson.money(json, "amount", prices ? given.amount() : null);
            json.writeBooleanProperty("setOff", given.setOff());
            json.writeBooleanProperty("lapsed", given.lapsed());
            json.writeStringProperty("at", given.at().toString());
            settlement(json, given.settlement());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void settlement(JsonGenerator json, @Nullable Settlement settlement) {
        if (settlement == null) {
            json.writeNullProperty("settlement");
            return;
        }
        json.writeObjectPropertyStart("settlement");
        settled(json, settlement);
        json.writeEndObject();
    }

    static void settled(JsonGenerator json, Settlement settlement) {
        json.writeStringProperty("way", settlement.way().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("reference", settlement.reference());
        json.writeStringProperty("at", settlement.at().toString());
    }

    static void open(JsonGenerator json, OpenConsent open) {
        json.writeStartObject();
        json.writeStringProperty("order", open.order().toString());
        OrderJson.window(json, "agreed", open.agreed());
        OrderJson.window(json, "promise", open.window());
        json.writeNumberProperty("slips", open.slips());
        json.writeStringProperty("reason", open.reason());
        json.writeStringProperty("askedAt", open.askedAt().toString());
        json.writeStringProperty("answerBy", open.answerBy().toString());
        json.writeStringProperty("onSilence", onSilence(open.silenceKeeps()));
        json.writeEndObject();
    }

    private static String onSilence(boolean keeps) {
        return keeps ? "keep" : "cancel";
    }
}

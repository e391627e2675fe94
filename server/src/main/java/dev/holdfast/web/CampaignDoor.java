package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.CampaignSettlement;
import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.PledgeView;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.address.Address;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Campaigns: how they stand, what backers say, and what they brought.
final class CampaignDoor {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;

    private final Campaigns campaigns;
    private final Reviews reviews;
    private final Doorkeeper doorkeeper;

    CampaignDoor(Campaigns campaigns, Reviews reviews, Doorkeeper doorkeeper) {
        this.campaigns = campaigns;
        this.reviews = reviews;
        this.doorkeeper = doorkeeper;
    }

    record SurveyRequest(@Nullable Map<String, @Nullable String> answers) {}

    record AddressRequest(
            @Nullable String recipient,
            @Nullable String phone,
            @Nullable String lines,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country) {}

    void progress(Exchange exchange) throws IOException {
        boolean operator = doorkeeper.operator(exchange);
        CampaignProgress progress = campaigns.progress(exchange.name(0));
        exchange.response().setHeader("Cache-Control", operator ? "private, no-store" : "public, max-age=1");
        exchange.response().setHeader("Vary", "Authorization");
        boolean prices = operator || progress.launch().prices();
        exchange.json(200, Json.object(json -> CampaignJson.progress(json, progress, prices)));
    }

    void pledge(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, campaigns.pledge(order(exchange), asking.asker()));
    }

    void answer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        SurveyRequest request = Json.read(exchange.body(MAX_BODY), SurveyRequest.class);
        Map<String, String> answers = new HashMap<>();
        Map<String, @Nullable String> given = request.answers();
        if (given != null) {
            given.forEach((question, answer) -> answers.put(question, Objects.requireNonNullElse(answer, "")));
        }
        write(exchange, campaigns.answer(order(exchange), asking.asker(), answers));
    }

    void address(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        writeAddress(exchange, order(exchange), asking);
    }

    void deliverTo(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        AddressRequest request = Json.read(exchange.body(MAX_BODY), AddressRequest.class);
        OrderId order = order(exchange);
        Address to = new Address(
                given(request.recipient()),
                given(request.phone()),
                given(request.lines()),
                given(request.city()),
                given(request.region()),
                given(request.postcode()),
                given(request.country()));
        campaigns.deliverTo(order, asking.asker(), to);
        reviews.delivered(order, to);
        writeAddress(exchange, order, asking);
    }

    /// Of any campaign for an operator, of its own for a partner company.
    void settlement(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR, Asking.PARTNER);
        long after = exchange.number("afterPosition", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Campaigns.MAX_PAGE);
        CampaignSettlement settlement = asking.is(Asking.OPERATOR)
                ? campaigns.settlement(exchange.name(0), after, limit)
                : campaigns.settlementFor(asking.member(), exchange.name(0), after, limit);
        exchange.json(200, Json.object(json -> CampaignJson.settlement(json, settlement)));
    }

    /// A partner company's own campaigns.
    void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PARTNER);
        List<CampaignProgress> own = campaigns.of(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("campaigns");
            for (CampaignProgress progress : own) {
                json.writeStartObject();
                CampaignJson.progress(json, progress, true);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static void write(Exchange exchange, PledgeView pledge) throws IOException {
        exchange.json(200, Json.object(json -> CampaignJson.pledge(json, pledge)));
    }

    private void writeAddress(Exchange exchange, OrderId order, Asking asking) throws IOException {
        Address to = campaigns
                .address(order, asking.asker())
                .orElseThrow(() ->
                        new Problem(Problem.Kind.UNKNOWN, "no_address", "No address was given for this pledge yet."));
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("recipient", to.recipient());
            json.writeStringProperty("phone", to.phone());
            json.writeStringProperty("lines", to.lines());
            json.writeStringProperty("city", to.city());
            json.writeStringProperty("region", to.region());
            json.writeStringProperty("postcode", to.postcode());
            json.writeStringProperty("country", to.country());
        }));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static OrderId order(Exchange exchange) {
        return OrderId.parse(exchange.name(0))
                .orElseThrow(() ->
                        new Problem(Problem.Kind.UNKNOWN, "unknown_order", Refusals.unknownOrder(exchange.name(0))));
    }
}

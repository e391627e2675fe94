package dev.holdfast.web;

import dev.holdfast.community.integrity.Appeal;
import dev.holdfast.community.integrity.Appeals;
import dev.holdfast.community.integrity.Evidence;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.integrity.OwnEvidence;
import dev.holdfast.community.integrity.VoteSignal;
import dev.holdfast.community.integrity.VoteWeights;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What is noticed of votes: the weights for everybody, one's own for members, objections for those who
/// decide.
final class IntegrityDoor implements Door {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 20;
    private static final String DIGITS = "\\d{1,18}";

    private final Integrity integrity;
    private final Appeals appeals;
    private final Doorkeeper doorkeeper;

    IntegrityDoor(Integrity integrity, Appeals appeals, Doorkeeper doorkeeper) {
        this.integrity = integrity;
        this.appeals = appeals;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "vote-weights", this::weights)
                .add("PUT", "operator/vote-weights", this::weigh)
                .add("GET", "me/vote-evidence", this::own)
                .add("POST", "wishes/*/vote/appeal", this::appeal)
                .add("GET", "operator/vote-appeals", this::appeals)
                .add("POST", "operator/vote-appeals/*/decide", this::decide);
    }

    record Points(
            @Nullable Integer newAccount,
            @Nullable Integer device,
            @Nullable Integer network,
            @Nullable Integer burst) {}

    record WeightsRequest(
            @Nullable Points points,
            @Nullable Integer newAccountHours,
            @Nullable Integer deviceVoters,
            @Nullable Integer networkVoters,
            @Nullable Integer burstVotes) {}

    record Words(@Nullable String text) {}

    record Decision(@Nullable Boolean lift, @Nullable String reason) {}

    private void weights(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<VoteWeights> versions = integrity.versions();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("versions");
            for (VoteWeights version : versions) {
                json.writeStartObject();
                write(json, version);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void weigh(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        WeightsRequest request = Json.read(exchange.body(MAX_BODY), WeightsRequest.class);
        Points points = EventDoor.required("points", request.points());
        VoteWeights made = integrity.weigh(
                new VoteWeights(
                        0,
                        EventDoor.required("points.newAccount", points.newAccount()),
                        EventDoor.required("newAccountHours", request.newAccountHours()),
                        EventDoor.required("points.device", points.device()),
                        EventDoor.required("deviceVoters", request.deviceVoters()),
                        EventDoor.required("points.network", points.network()),
                        EventDoor.required("networkVoters", request.networkVoters()),
                        EventDoor.required("points.burst", points.burst()),
                        EventDoor.required("burstVotes", request.burstVotes()),
                        Instant.EPOCH),
                asking.member());
        exchange.json(200, Json.object(json -> write(json, made)));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        List<OwnEvidence> noticed = integrity.own(asking.member());
        List<Appeal> objections = appeals.own(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("evidence");
            for (OwnEvidence one : noticed) {
                json.writeStartObject();
                json.writeStringProperty("wish", one.wish().toString());
                write(json, one.evidence());
                json.writeBooleanProperty("lifted", one.lifted());
                json.writeEndObject();
            }
            json.writeEndArray();
            array(json, objections, false);
        }));
    }

    private void appeal(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Words words = Json.read(exchange.body(MAX_BODY), Words.class);
        long number = appeals.appeal(WishDoor.id(exchange), asking.member(), FanDoor.required("text", words.text()));
        exchange.json(201, Json.object(json -> json.writeNumberProperty("number", number)));
    }

    private void appeals(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, Appeals.MAX_PAGE);
        boolean open = "true".equals(exchange.parameter("open"));
        List<Appeal> page = appeals.page(open, exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE), limit);
        exchange.json(200, Json.object(json -> {
            array(json, page, true);
            CampaignJson.number(
                    json, "next", page.size() == limit ? page.getLast().number() : null);
        }));
    }

    private void decide(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Decision decision = Json.read(exchange.body(MAX_BODY), Decision.class);
        String number = exchange.name(0);
        Appeal decided = appeals.decide(
                number.matches(DIGITS) ? Long.parseLong(number) : 0,
                EventDoor.required("lift", decision.lift()),
                FanDoor.required("reason", decision.reason()),
                asking.member());
        exchange.json(200, Json.object(json -> write(json, decided, true)));
    }

    static void write(JsonGenerator json, VoteWeights weights) {
        json.writeNumberProperty("version", weights.version());
        json.writeObjectPropertyStart("points");
        json.writeNumberProperty("newAccount", weights.of(VoteSignal.NEW_ACCOUNT));
        json.writeNumberProperty("device", weights.of(VoteSignal.DEVICE));
        json.writeNumberProperty("network", weights.of(VoteSignal.NETWORK));
        json.writeNumberProperty("burst", weights.of(VoteSignal.BURST));
        json.writeEndObject();
        json.writeNumberProperty("newAccountHours", weights.newAccountHours());
        json.writeNumberProperty("deviceVoters", weights.deviceVoters());
        json.writeNumberProperty("networkVoters", weights.networkVoters());
        json.writeNumberProperty("burstVotes", weights.burstVotes());
        json.writeStringProperty("at", weights.at().toString());
    }

    private static void write(JsonGenerator json, Evidence evidence) {
        json.writeNumberProperty("position", evidence.position());
        json.writeStringProperty("signal", WishJson.word(evidence.signal()));
        json.writeNumberProperty("count", evidence.count());
        json.writeStringProperty("at", evidence.at().toString());
    }

    private static void array(JsonGenerator json, List<Appeal> page, boolean operator) {
        json.writeArrayPropertyStart("appeals");
        for (Appeal appeal : page) {
            json.writeStartObject();
            write(json, appeal, operator);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Who decided is told to operators, as of every decision.
    private static void write(JsonGenerator json, Appeal appeal, boolean operator) {
        json.writeNumberProperty("number", appeal.number());
        json.writeStringProperty("wish", appeal.wish().toString());
        json.writeNumberProperty("position", appeal.position());
        json.writeStringProperty("text", appeal.text());
        json.writeStringProperty("at", appeal.at().toString());
        json.writeName("lifted");
        json.writePOJO(appeal.lifted());
        json.writeStringProperty("reason", appeal.reason());
        OrderJson.instant(json, "decidedAt", appeal.decidedAt());
        if (operator) {
            json.writeStringProperty("member", appeal.member());
            json.writeStringProperty("decidedBy", appeal.actor());
        }
    }
}

package dev.holdfast.web;

import dev.holdfast.community.referral.Linking;
import dev.holdfast.community.referral.Referral;
import dev.holdfast.community.referral.Referrals;
import dev.holdfast.community.referral.Rings;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who brought whom: for those whom it concerns, and for operators who answer disputes.
final class ReferralDoor implements Door {
    private static final int MAX_BODY = 16 * 1024;
    private static final int MAX_STORE = 64;
    private static final int MAX_CODE = 64;
    private static final int SHOWN = 100;

    private final Referrals referrals;
    private final Rings rings;
    private final Doorkeeper doorkeeper;

    ReferralDoor(Referrals referrals, Rings rings, Doorkeeper doorkeeper) {
        this.referrals = referrals;
        this.rings = rings;
        this.doorkeeper = doorkeeper;
    }

    private record ContactRequest(
            @Nullable String code, @Nullable String store) {}

    private record WordsRequest(@Nullable String said) {}

    private record OwnerRequest(
            @Nullable String owner, @Nullable String said) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "me/referrals", this::own)
                .add("POST", "me/referrals/contact", this::contact)
                .add("POST", "me/referrals/*/dispute", this::dispute)
                .add("GET", "operator/referrals/disputes", this::disputes)
                .add("GET", "operator/referrals/circles", this::circles)
                .add("GET", "operator/referrals/*/evidence", this::evidence)
                .add("POST", "operator/referrals/*/answer", this::answer)
                .add("POST", "operator/referrals/*/owner", this::override);
    }

    void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String member = asking.member();
        long before = exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        String code = referrals.code(member);
        Referral came = referrals.ofFriend(member).orElse(null);
        List<Referral> brought = referrals.ofOwner(member, before, SHOWN);
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("code", code);
            if (came == null) {
                json.writeNullProperty("cameBy");
            } else {
                json.writeObjectPropertyStart("cameBy");
                ReferralJson.concerning(json, came, member);
                json.writeEndObject();
            }
            json.writeArrayPropertyStart("brought");
            for (Referral one : brought) {
                json.writeStartObject();
                ReferralJson.concerning(json, one, member);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (brought.size() < SHOWN) {
                json.writeNullProperty("next");
            } else {
                json.writeNumberProperty("next", brought.getLast().number());
            }
        }));
    }

    void contact(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        ContactRequest wish = Json.read(exchange.body(MAX_BODY), ContactRequest.class);
        String code = words("code", wish.code(), MAX_CODE);
        String store = wish.store() == null ? null : words("store", wish.store(), MAX_STORE);
        switch (referrals.link(asking.member(), code, store)) {
            case Linking.Linked(Referral referral) -> contact(exchange, 201, referral, asking);
            case Linking.Known(Referral referral) -> contact(exchange, 200, referral, asking);
            case Linking.Later later ->
                refuse(
                        exchange,
                        409,
                        "came_by_another",
                        "Another owner's code came first and stands. That this one came is on record.");
            case Linking.Own own -> refuse(exchange, 409, "own_code", "This is your own code. Give it to a friend.");
            case Linking.UnknownCode unknown ->
                refuse(exchange, 404, "unknown_code", "Nobody has this code. Look at its letters again.");
        }
    }

    private static void contact(Exchange exchange, int status, Referral referral, Asking asking) throws IOException {
        exchange.json(status, Json.object(json -> ReferralJson.concerning(json, referral, asking.member())));
    }

    private static void refuse(Exchange exchange, int status, String code, String detail) throws IOException {
        ProblemJson.write(exchange, status, code, detail, List.of(), Map.of());
    }

    void dispute(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String said = said(exchange);
        Referral disputed = referrals.dispute(PointsJson.number(exchange.name(0)), asking.member(), said);
        exchange.json(200, Json.object(json -> ReferralJson.concerning(json, disputed, asking.member())));
    }

    void disputes(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<Referral> open = referrals.disputed();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("disputes");
            for (Referral one : open) {
                json.writeStartObject();
                ReferralJson.whole(json, one);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void circles(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("circles");
            rings.circles().forEach(ring -> {
                json.writeStartObject();
                ReferralJson.ring(json, ring);
                json.writeEndObject();
            });
            json.writeEndArray();
        }));
    }

    void evidence(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Referral referral = referrals.find(PointsJson.number(exchange.name(0)));
        exchange.json(200, Json.object(json -> {
            json.writeObjectPropertyStart("referral");
            ReferralJson.whole(json, referral);
            json.writeEndObject();
            json.writeObjectPropertyStart("ring");
            ReferralJson.ring(json, rings.of(referral));
            json.writeEndObject();
        }));
    }

    void answer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        String said = said(exchange);
        whole(exchange, referrals.answer(PointsJson.number(exchange.name(0)), said, asking.member()));
    }

    void override(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        OwnerRequest wish = Json.read(exchange.body(MAX_BODY), OwnerRequest.class);
        String owner = words("owner", wish.owner(), MAX_STORE);
        String said = words("said", wish.said(), Referrals.MAX_SAID);
        whole(exchange, referrals.override(PointsJson.number(exchange.name(0)), owner, said, asking.member()));
    }

    private static void whole(Exchange exchange, Referral referral) throws IOException {
        exchange.json(200, Json.object(json -> ReferralJson.whole(json, referral)));
    }

    private static String said(Exchange exchange) throws IOException {
        WordsRequest wish = Json.read(exchange.body(MAX_BODY), WordsRequest.class);
        return words("said", wish.said(), Referrals.MAX_SAID);
    }

    /// @throws Problem INVALID when it is missing, too long, or cannot be kept
    private static String words(String where, @Nullable String text, int max) {
        String words = Objects.requireNonNullElse(text, "");
        if (words.isBlank()
                || words.length() > max
                || !words.codePoints().allMatch(c -> c == '\n' || Storable.character(c))) {
            throw Json.invalid(new Fault(where, null, "must have 1 to " + max + " characters"));
        }
        return words;
    }
}

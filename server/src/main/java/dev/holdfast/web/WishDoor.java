package dev.holdfast.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.Standing;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishPage;
import dev.holdfast.community.wish.WishQuery;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Wishes: proposed, looked at, and voted for.
final class WishDoor {
    static final int MAX_BODY = 32 * 1024;
    private static final int PAGE = 20;
    private static final int MAX_QUOTED = 64;

    private final Wishes wishes;
    private final WishVotes votes;
    private final Integrity integrity;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    WishDoor(Wishes wishes, WishVotes votes, Integrity integrity, Aliases aliases, Doorkeeper doorkeeper) {
        this.wishes = wishes;
        this.votes = votes;
        this.integrity = integrity;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    private record ProposalRequest(
            @JsonProperty("class") @Nullable String wishClass,
            @Nullable String language,
            @Nullable String title,
            @Nullable String text) {}

    void addTo(Routes routes) {
        routes.add("GET", "wishes", this::list)
                .add("POST", "wishes", this::propose)
                .add("GET", "wishes/*", this::look)
                .add("DELETE", "wishes/*", this::withdraw)
                .add("PUT", "wishes/*/vote", this::vote)
                .add("DELETE", "wishes/*/vote", this::takeBack)
                .add("GET", "me/wishes", this::mine);
    }

    private void list(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        int limit = (int) exchange.number("limit", PAGE, 1, Wishes.MAX_PAGE);
        WishQuery query = new WishQuery(
                given(exchange.parameter("class")),
                one(exchange, "state", WishState.class),
                order(exchange),
                exchange.parameter("after"));
        WishPage page = wishes.page(query, limit);
        exchange.json(200, Json.object(json -> {
            array(json, page.wishes());
            json.writeStringProperty("next", page.next());
        }));
    }

    private static WishQuery.Order order(Exchange exchange) {
        WishQuery.Order order = one(exchange, "order", WishQuery.Order.class);
        return order == null ? WishQuery.Order.NEWEST : order;
    }

    private void propose(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        ProposalRequest request = Json.read(exchange.body(MAX_BODY), ProposalRequest.class);
        Proposal proposal = new Proposal(
                FanDoor.required("class", request.wishClass),
                FanDoor.required("language", request.language),
                FanDoor.required("title", request.title),
                FanDoor.required("text", request.text));
        Wishes.Proposed proposed = wishes.propose(proposal, asking.member());
        Wish wish = proposed.wish();
        if (proposed.replayed()) {
            exchange.response().setHeader("Idempotent-Replay", "true");
        }
        exchange.response().setHeader("Location", "/api/v1/wishes/" + wish.id());
        exchange.json(proposed.replayed() ? 200 : 201, Json.object(json -> WishJson.write(json, wish, aliases)));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Wish wish = wishes.find(id(exchange));
        exchange.json(200, Json.object(json -> {
            WishJson.write(json, wish, aliases);
            WishJson.steps(json, wishes.steps(wish.id()));
        }));
    }

    private void withdraw(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        wishes.withdraw(id(exchange), asking.member());
        exchange.empty(204);
    }

    private void vote(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        votes.vote(id(exchange), asking.member());
        integrity.voted(id(exchange), asking.member(), exchange.header("X-Device"), doorkeeper.network(exchange));
        stand(exchange, asking);
    }

    private void takeBack(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        votes.withdraw(id(exchange), asking.member());
        stand(exchange, asking);
    }

    private void stand(Exchange exchange, Asking asking) throws IOException {
        Wish wish = wishes.find(id(exchange));
        boolean supports = votes.supports(wish.id(), asking.member());
        Standing standing = votes.standing(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeBooleanProperty("supported", supports);
            json.writeNumberProperty("supporters", wish.supporters());
            json.writeNumberProperty("votesLeft", standing.votesLeft());
        }));
    }

    private void mine(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Standing standing = votes.standing(asking.member());
        List<Wish> proposed = wishes.of(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeNumberProperty("liveVotes", standing.rules().liveVotes());
            json.writeNumberProperty("votesLeft", standing.votesLeft());
            array(json, proposed);
            WishJson.ids(json, "supported", standing.supported());
            WishJson.ids(json, "followed", standing.followed());
        }));
    }

    private void array(JsonGenerator json, List<Wish> page) {
        json.writeArrayPropertyStart("wishes");
        for (Wish wish : page) {
            json.writeStartObject();
            WishJson.write(json, wish, aliases);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static WishId id(Exchange exchange) {
        String text = exchange.name(0);
        return WishId.parse(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish '" + shortened(text) + "'."));
    }

    /// One of a few words in the query, in small letters as answers have them.
    static <E extends Enum<E>> @Nullable E one(Exchange exchange, String name, Class<E> type) {
        String text = given(exchange.parameter(name));
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> WishJson.word(known).equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_parameter",
                        "'" + name + "' is '" + shortened(text) + "' and must be one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + "."));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MAX_QUOTED));
    }
}

package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.phone.Phones;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The proof of a telephone: a code is asked for, comes by text message, and is sent back.
final class PhoneDoor implements Door {
    private static final int MAX_BODY = 1_024;

    private final Phones phones;
    private final Doorkeeper doorkeeper;

    PhoneDoor(Phones phones, Doorkeeper doorkeeper) {
        this.phones = phones;
        this.doorkeeper = doorkeeper;
    }

    private record NumberRequest(
            @Nullable String number, @Nullable String language) {}

    private record CodeRequest(@Nullable String code) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "me/phone", this::look)
                .add("POST", "me/phone", this::ask)
                .add("POST", "me/phone/proof", this::prove);
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Phones.Owned owned = phones.of(asking.member()).orElse(null);
        Phones.Waiting waiting = phones.waiting(asking.member()).orElse(null);
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty(
                    "number", owned == null ? null : owned.number().text());
            OrderJson.instant(json, "provedAt", owned == null ? null : owned.since());
            OrderJson.instant(json, "codeExpiresAt", waiting == null ? null : waiting.until());
        }));
    }

    private void ask(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        NumberRequest request = Json.read(exchange.body(MAX_BODY), NumberRequest.class);
        String number = FanDoor.required("number", request.number);
        String language = Objects.requireNonNullElse(request.language, "en");
        Phones.Waiting waiting = phones.ask(asking.member(), number, language, doorkeeper.network(exchange));
        exchange.json(202, Json.object(json -> {
            json.writeStringProperty("number", waiting.number().text());
            OrderJson.instant(json, "codeExpiresAt", waiting.until());
        }));
    }

    private void prove(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        CodeRequest request = Json.read(exchange.body(MAX_BODY), CodeRequest.class);
        switch (phones.prove(asking.member(), FanDoor.required("code", request.code))) {
            case Phones.Proof.Proved(Phones.Owned owned) ->
                exchange.json(200, Json.object(json -> {
                    json.writeStringProperty("number", owned.number().text());
                    OrderJson.instant(json, "provedAt", owned.since());
                    OrderJson.instant(json, "codeExpiresAt", null);
                }));
            case Phones.Proof.Wrong wrong ->
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "wrong_code",
                        "This is not the code. It may be tried " + wrong.left() + " times more.");
            case Phones.Proof.Over over ->
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "no_code",
                        "There is no code under way: its time or its tries are over. Ask for another.");
            case Phones.Proof.Held held ->
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "number_held",
                        "Another member proved this number not long ago; until " + held.until()
                                + " it stays theirs. Use another number, or the other account.");
        }
    }
}

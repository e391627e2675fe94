package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Shown;
import dev.holdfast.launch.draw.DrawText;
import dev.holdfast.launch.lobby.Entered;
import dev.holdfast.launch.lobby.Lobby;
import dev.holdfast.launch.lobby.Now;
import dev.holdfast.launch.lobby.Pass;
import dev.holdfast.launch.lobby.RoomView;
import dev.holdfast.launch.lobby.Turn;
import dev.holdfast.member.rate.Limit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The waiting room: entering it, watching it, being let in, and its draw.
final class LobbyDoor {
    /// The same for everybody, so that any cache may answer for a second.
    private static final String FOR_A_SECOND = "public, max-age=1";

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final int MAX_BODY = 4 * 1024;

    private final Lobby lobby;
    private final Doorkeeper doorkeeper;
    /// Written once for each second, whoever asks and how often.
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    private record Written(Now now, Body body) {}

    /// A poll's bytes.
    private static final class Body {
        private final byte[] bytes;

        private Body(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    LobbyDoor(Lobby lobby, Doorkeeper doorkeeper) {
        this.lobby = lobby;
        this.doorkeeper = doorkeeper;
    }

    record PassRequest(@Nullable String ticket) {}

    record FigureRequest(@Nullable String figure) {}

    /// What a waiting browser asks for: a look into memory, and some bytes that are there.
    void now(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Now now = lobby.now(exchange.name(0));
        Written last = written.get(now.launch());
        if (last == null || !last.now().equals(now)) {
            last = new Written(now, new Body(Json.object(json -> LobbyJson.now(json, now))));
            written.put(now.launch(), last);
        }
        exchange.response().setHeader("Cache-Control", FOR_A_SECOND);
        exchange.json(200, last.body().bytes);
    }

    void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        RoomView view = lobby.look(exchange.name(0));
        var windows = lobby.windows(exchange.name(0));
        exchange.response().setHeader("Cache-Control", FOR_A_SECOND);
        exchange.json(200, Json.object(json -> {
            LobbyJson.room(json, view);
            LobbyJson.windows(json, windows);
        }));
    }

    private static void write(Exchange exchange, RoomView view) throws IOException {
        exchange.json(200, Json.object(json -> LobbyJson.room(json, view)));
    }

    void enter(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Limit.LOBBY, Asking.FAN);
        write(exchange, lobby.enter(exchange.name(0), asking.member()));
    }

    void ticket(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, lobby.ticket(exchange.name(0), asking.member()));
    }

    private static void write(Exchange exchange, Entered entered) throws IOException {
        exchange.json(200, Json.object(json -> LobbyJson.entered(json, entered)));
    }

    void join(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Limit.LOBBY, Asking.FAN);
        write(exchange, lobby.join(exchange.name(0), asking.member()));
    }

    void leave(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, lobby.leave(exchange.name(0), asking.member()));
    }

    void pass(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String ticket = Json.read(exchange.body(MAX_BODY), PassRequest.class).ticket();
        switch (lobby.turn(exchange.name(0), asking.member(), ticket == null ? "" : ticket)) {
            case Turn.Called(Pass pass) -> exchange.json(200, Json.object(json -> LobbyJson.pass(json, pass)));
            case Turn.Waiting waiting ->
                refuse(
                        exchange,
                        409,
                        "not_your_turn",
                        "Your place is " + waiting.place() + ", and places up to " + waiting.serving()
                                + " are called. Watch /lobby/now until yours is.");
            case Turn.Missed missed ->
                refuse(
                        exchange,
                        409,
                        "turn_missed",
                        "Your place, " + missed.place() + ", was called, and what is left is kept for others now."
                                + " Join the waiting list by POST to /lobby/waiting-list.");
            case Turn.NotDrawn ignored ->
                refuse(
                        exchange,
                        409,
                        "not_drawn",
                        "The draw is not made yet. Watch /lobby/now; your ticket keeps its chance.");
            case Turn.Refused(Shown shown) -> refuse(exchange, shown);
        }
    }

    private static void refuse(Exchange exchange, Shown shown) throws IOException {
        String again = " Yours is at GET /lobby/ticket.";
        switch (shown) {
            case GOOD, NONE -> refuse(exchange, 409, "ticket_required", "Send your ticket as 'ticket'." + again);
            case FORGED ->
                refuse(
                        exchange,
                        409,
                        "ticket_invalid",
                        "This ticket was not made here for this launch, or was altered." + again);
            case ANOTHERS ->
                refuse(exchange, 409, "ticket_of_another", "This ticket belongs to another member." + again);
            case EXPIRED -> refuse(exchange, 409, "ticket_expired", "The time of this ticket is over." + again);
        }
    }

    private static void refuse(Exchange exchange, int status, String code, String detail) throws IOException {
        ProblemJson.write(exchange, status, code, detail, List.of(), Map.of());
    }

    /// The published file, for anybody to keep.
    void draw(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        var draw = lobby.draw(exchange.name(0));
        var response = exchange.response();
        response.setContentType(TEXT);
        response.setHeader("Content-Disposition", "attachment; filename=\"draw-" + exchange.name(0) + ".txt\"");
        DrawText.write(draw.statement(), draw.list(), response.getOutputStream());
    }

    void freeze(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        lobby.freeze(exchange.name(0), asking.member());
        write(exchange, lobby.look(exchange.name(0)));
    }

    void figure(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        String figure = Json.read(exchange.body(MAX_BODY), FigureRequest.class).figure();
        if (figure == null) {
            throw new Problem(Problem.Kind.INVALID, "invalid_request", "'figure' is required.");
        }
        lobby.figure(exchange.name(0), figure, asking.member());
        write(exchange, lobby.look(exchange.name(0)));
    }
}

package dev.holdfast.web;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.WaitingRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A waiting room as an operator sends it, and as everybody reads it.
record WaitingRoomRequest(
        @Nullable Instant lobbyOpensAt,
        @Nullable Instant drawClosesAt,
        @Nullable String figure,
        @Nullable Instant figureAt,
        @Nullable Integer mostPerSecond,
        @Nullable Duration passFor,
        @Nullable Duration listFor) {

    /// What one small machine sustains with room to spare; the pace goes by what the intake says, not by this.
    private static final int MOST_PER_SECOND = 2_000;

    private static final Duration PASS_FOR = Duration.ofMinutes(10);

    WaitingRoom room(Consumer<Fault> missing) {
        return new WaitingRoom(
                required("lobbyOpensAt", lobbyOpensAt, Instant.EPOCH, missing),
                required("drawClosesAt", drawClosesAt, Instant.EPOCH, missing),
                required("figure", figure, "", missing),
                required("figureAt", figureAt, Instant.EPOCH, missing),
                mostPerSecond == null ? MOST_PER_SECOND : mostPerSecond,
                passFor == null ? PASS_FOR : passFor,
                listFor == null ? WaitingRoom.LIST_FOR : listFor);
    }

    private static <T> T required(String where, @Nullable T value, T otherwise, Consumer<Fault> missing) {
        if (value == null) {
            missing.accept(new Fault("waitingRoom." + where, null, "is required"));
            return otherwise;
        }
        return value;
    }

    static void write(JsonGenerator json, @Nullable WaitingRoom room) {
        if (room == null) {
            json.writeNullProperty("waitingRoom");
            return;
        }
        json.writeObjectPropertyStart("waitingRoom");
        json.writeStringProperty("lobbyOpensAt", room.lobbyOpensAt().toString());
        json.writeStringProperty("drawClosesAt", room.drawClosesAt().toString());
        json.writeStringProperty("figure", room.figure());
        json.writeStringProperty("figureAt", room.figureAt().toString());
        json.writeNumberProperty("mostPerSecond", room.mostPerSecond());
        json.writeStringProperty("passFor", LaunchJson.duration(room.passFor()));
        json.writeStringProperty("listFor", LaunchJson.duration(room.listFor()));
        json.writeEndObject();
    }
}

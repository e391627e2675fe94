package dev.holdfast.web;

import dev.holdfast.launch.WindowAhead;
import dev.holdfast.launch.draw.DrawStatement;
import dev.holdfast.launch.lobby.Entered;
import dev.holdfast.launch.lobby.Listed;
import dev.holdfast.launch.lobby.Now;
import dev.holdfast.launch.lobby.Pass;
import dev.holdfast.launch.lobby.RoomView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes waiting rooms.
final class LobbyJson {
    private LobbyJson() {}

    static void now(JsonGenerator json, Now now) {
        json.writeStringProperty("state", now.state().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("at", now.at().toString());
        json.writeNumberProperty("tickets", now.tickets());
        json.writeNumberProperty("drawn", now.drawn());
        json.writeNumberProperty("serving", now.serving());
        json.writeNumberProperty("pace", Math.round(now.pace() * 10) / 10.0);
        json.writeNumberProperty("kept", now.kept());
        number(json, "left", now.left());
        json.writeObjectPropertyStart("offers");
        now.offers().forEach(left -> number(json, left.offer(), left.units()));
        json.writeEndObject();
    }

    static void room(JsonGenerator json, RoomView view) {
        WaitingRoomRequest.write(json, view.room());
        json.writeStringProperty("commitment", view.commitment());
        DrawStatement draw = view.draw();
        if (draw == null) {
            json.writeNullProperty("draw");
        } else {
            json.writeObjectPropertyStart("draw");
            draw(json, draw);
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("now");
        now(json, view.now());
        json.writeEndObject();
    }

    private static void draw(JsonGenerator json, DrawStatement draw) {
        DrawStatement.Revealed revealed = draw.revealed();
        json.writeNumberProperty("tickets", draw.tickets());
        json.writeStringProperty("root", draw.root());
        json.writeStringProperty("figureNamed", draw.figureNamed());
        json.writeStringProperty("figureAt", draw.figureAt().toString());
        json.writeStringProperty("frozenAt", draw.frozenAt().toString());
        json.writeStringProperty("figure", revealed == null ? null : revealed.figure());
        json.writeStringProperty("seed", revealed == null ? null : revealed.seed());
    }

    static void windows(JsonGenerator json, Map<String, List<WindowAhead>> windows) {
        json.writeObjectPropertyStart("windows");
        windows.forEach((offer, steps) -> {
            json.writeArrayPropertyStart(offer);
            for (WindowAhead step : steps) {
                json.writeStartObject();
                json.writeNumberProperty("ahead", step.ahead());
                OrderJson.window(json, "promise", step.window());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    static void entered(JsonGenerator json, Entered entered) {
        json.writeStringProperty("ticket", entered.ticket().text());
        json.writeStringProperty("id", entered.ticket().id());
        json.writeNumberProperty("arrival", entered.ticket().arrival());
        json.writeStringProperty("expires", entered.ticket().expires().toString());
        json.writeBooleanProperty("takesPart", entered.takesPart());
        number(json, "place", entered.place());
        json.writeStringProperty("standing", entered.standing().name().toLowerCase(Locale.ROOT));
        Listed listed = entered.listed();
        if (listed == null) {
            json.writeNullProperty("waitingList");
        } else {
            json.writeObjectPropertyStart("waitingList");
            json.writeStringProperty("joinedAt", listed.joinedAt().toString());
            instant(json, "calledAt", listed.calledAt());
            instant(json, "keptUntil", listed.keptUntil());
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("now");
        now(json, entered.now());
        json.writeEndObject();
    }

    static void pass(JsonGenerator json, Pass pass) {
        json.writeStringProperty("pass", pass.text());
        json.writeNumberProperty("place", pass.place());
        json.writeStringProperty("until", pass.until().toString());
    }

    private static void instant(JsonGenerator json, String name, @Nullable Instant at) {
        json.writeStringProperty(name, at == null ? null : at.toString());
    }

    private static void number(JsonGenerator json, String name, @Nullable Long number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }
}

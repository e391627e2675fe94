package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.run.OneRoom;
import dev.holdfast.supply.run.Room;
import dev.holdfast.supply.run.WhatIf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The one room where production, supply and sales meet.
final class RoomDoor {
    /// Twenty scenarios of twenty changes.
    private static final int MAX_WISH = 256 * 1024;

    private static final int WEEKS = 26;
    private static final int BUFFER_WEEKS = 1;

    private final OneRoom room;
    private final Doorkeeper doorkeeper;

    RoomDoor(OneRoom room, Doorkeeper doorkeeper) {
        this.room = room;
        this.doorkeeper = doorkeeper;
    }

    void look(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        Room.Look look = new Room.Look(
                (int) exchange.number("weeks", WEEKS, 1, Room.Look.MAX_WEEKS),
                (int) exchange.number("bufferWeeks", BUFFER_WEEKS, 0, Room.Look.MAX_BUFFER_WEEKS),
                conversion(exchange.parameter("conversion")));
        Room seen = room.look(exchange.name(0), look);
        exchange.json(200, Json.write(json -> json.writePOJO(seen)));
    }

    void whatIf(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        WhatIfRequest request = Json.read(exchange.body(MAX_WISH), WhatIfRequest.class);
        WhatIf compared = room.whatIf(exchange.name(0), request.wish());
        exchange.json(200, Json.write(json -> json.writePOJO(compared)));
    }

    private static @Nullable Double conversion(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_parameter",
                "'conversion' is '" + text + "' and must be a share from 0 to 1.");
    }
}

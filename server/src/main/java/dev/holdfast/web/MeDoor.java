package dev.holdfast.web;

import dev.holdfast.member.personal.PersonalData;
import java.io.IOException;

/// What members ask about themselves.
final class MeDoor {
    private final PersonalData personal;
    private final Doorkeeper doorkeeper;

    MeDoor(PersonalData personal, Doorkeeper doorkeeper) {
        this.personal = personal;
        this.doorkeeper = doorkeeper;
    }

    /// Whoever has a token of any role is somebody about whom something is kept.
    void export(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR, Asking.PLANNER);
        exchange.json(200, personal.file(asking.member()));
    }
}

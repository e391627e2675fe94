package dev.holdfast.launch;

import dev.holdfast.kernel.Problem.Fault;
import java.time.Duration;
import java.util.function.Consumer;

/// What a waiting room must keep to, so that its draw cannot be bent.
final class WaitingRoomCheck {
    static final int MAX_FIGURE = 500;
    static final int MAX_PER_SECOND = 100_000;
    static final Duration MIN_PASS = Duration.ofMinutes(1);
    static final Duration MAX_PASS = Duration.ofDays(1);
    static final Duration MAX_LIST = Duration.ofDays(7);

    private WaitingRoomCheck() {}

    static void check(LaunchDefinition definition, Consumer<Fault> faults) {
        WaitingRoom room = definition.waitingRoom();
        if (room == null) {
            return;
        }
        if (!room.lobbyOpensAt().isBefore(room.drawClosesAt())) {
            fault(faults, "drawClosesAt", room.drawClosesAt(), "must come after lobbyOpensAt, " + room.lobbyOpensAt());
        }
        if (room.drawClosesAt().isAfter(definition.opensAt())) {
            fault(faults, "drawClosesAt", room.drawClosesAt(), "must not come after opensAt, " + definition.opensAt());
        }
        if (!room.figureAt().isAfter(room.drawClosesAt())) {
            fault(
                    faults,
                    "figureAt",
                    room.figureAt(),
                    "must come after drawClosesAt, " + room.drawClosesAt()
                            + ": whoever knows the figure before the list is frozen can bend the draw");
        }
        String figure = room.figure();
        if (figure.isBlank()
                || figure.length() > MAX_FIGURE
                || figure.codePoints().anyMatch(Character::isISOControl)) {
            fault(faults, "figure", figure, "must be one line of 1 to " + MAX_FIGURE + " characters");
        }
        if (room.mostPerSecond() < 1 || room.mostPerSecond() > MAX_PER_SECOND) {
            fault(faults, "mostPerSecond", room.mostPerSecond(), "must be from 1 to " + MAX_PER_SECOND);
        }
        within(faults, "passFor", room.passFor(), MAX_PASS);
        within(faults, "listFor", room.listFor(), MAX_LIST);
    }

    private static void within(Consumer<Fault> faults, String where, Duration value, Duration max) {
        if (value.compareTo(MIN_PASS) < 0 || value.compareTo(max) > 0) {
            fault(faults, where, value, "must be from " + MIN_PASS + " to " + max);
        }
    }

    private static void fault(Consumer<Fault> faults, String where, Object value, String reason) {
        faults.accept(new Fault("waitingRoom." + where, value.toString(), reason));
    }
}

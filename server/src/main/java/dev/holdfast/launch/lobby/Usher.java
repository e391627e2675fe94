package dev.holdfast.launch.lobby;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.lobby.AdmissionStore.Ago;
import dev.holdfast.launch.lobby.AdmissionStore.Stand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Does for one room what is to be done each second: closes the draw when its time has come, lets people in, and says
/// how it stands.
///
/// Every instance does it, and none is special. Whoever gets the lock of the launch's admission moves it; when none
/// can, because the database is away, nobody is let in, which is what should happen then.
final class Usher {
    /// Two instances a moment apart must not both take a second's step.
    private static final Duration LEAST_STEP = Duration.ofMillis(800);

    /// Over how long the rate of orders is taken.
    private static final Duration RATE = Duration.ofSeconds(5);

    /// The pace as people are told it: calm enough to reckon minutes with.
    private static final Duration TOLD = Duration.ofSeconds(20);

    private final Launch launch;
    private final LobbyStore lobbies;
    private final AdmissionStore admissions;
    private final WaitingList list;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Usher(
            Launch launch,
            LobbyStore lobbies,
            AdmissionStore admissions,
            WaitingList list,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.lobbies = lobbies;
        this.admissions = admissions;
        this.list = list;
        this.transactions = transactions;
        this.clock = clock;
    }

    void second(Room room) {
        LaunchView view = launch.look(room.slug);
        WaitingRoom definition = view.definition().waitingRoom();
        room.define(view.definition());
        if (definition == null) {
            return;
        }
        freeze(room, definition);
        LobbyRow row = room.row();
        room.workOut(row);
        transactions.executeWithoutResult(status -> admit(room, row, view, definition));
        tell(room, row, view, definition);
    }

    private void freeze(Room room, WaitingRoom definition) {
        Instant now = clock.instant();
        if (room.row().freeze() == null && !now.isBefore(definition.drawClosesAt())) {
            transactions.executeWithoutResult(status -> {
                lobbies.lock(room.launch);
                lobbies.freeze(room.launch, definition, now);
            });
        }
    }

    private void admit(Room room, LobbyRow row, LaunchView view, WaitingRoom definition) {
        Optional<Stand> locked = admissions.lock(room.launch);
        if (locked.isEmpty() || locked.get().passed().compareTo(LEAST_STEP) < 0) {
            return;
        }
        Stand stand = locked.get();
        long positions = view.line().positions();
        Ago pass = ago(room, definition.passFor(), stand, positions);
        var listed = list.store().standing(room.launch, pass);
        long free = free(view) - listed.kept();
        var admission = new Admission(
                isDrawn(row) && view.state() == LaunchView.State.OPEN && !view.paused(),
                stand.serving(),
                row.tickets(),
                free,
                stand.serving() - pass.serving() - listed.called(),
                positions - pass.positions() - listed.ordered(),
                admissions.waiting(),
                perSecond(positions - ago(room, RATE, stand, positions).positions(), RATE),
                definition.mostPerSecond());
        var next = admission.next(stand.pace(), stand.passed());
        admissions.move(room.launch, next.serving(), next.pace(), positions);
        list.call(room, view.definition(), next.serving(), positions, admission.spare(next));
    }

    private static boolean isDrawn(LobbyRow row) {
        LobbyRow.Freeze freeze = row.freeze();
        return freeze != null && (freeze.tickets() == 0 || row.figure() != null);
    }

    private Ago ago(Room room, Duration ago, Stand stand, long positions) {
        return admissions.ago(room.launch, ago).orElse(new Ago(stand.serving(), positions));
    }

    private static double perSecond(long count, Duration in) {
        return (double) count / in.toSeconds();
    }

    private void tell(Room room, LobbyRow row, LaunchView view, WaitingRoom definition) {
        Stand stand = admissions.read(room.launch).orElseThrow();
        long positions = view.line().positions();
        Ago window = ago(room, definition.passFor(), stand, positions);
        var listed = list.store().standing(room.launch, window);
        long called = stand.serving() - window.serving() - listed.called();
        long ordered = positions - window.positions() - listed.ordered();
        Long left = left(view);
        LobbyRow.Freeze freeze = row.freeze();
        Now now = new Now(
                room.slug,
                state(row, view, definition, left),
                clock.instant(),
                row.tickets(),
                freeze == null ? 0 : freeze.tickets(),
                stand.serving(),
                perSecond(stand.serving() - ago(room, TOLD, stand, positions).serving(), TOLD),
                left == null ? 0 : Math.clamp(Math.max(0, called - ordered) + listed.kept(), 0, left),
                left,
                view.offers().stream()
                        .map(offer -> new Now.Left(offer.offer().id(), offer.remaining()))
                        .toList());
        room.tell(now, window.serving());
    }

    private Now.State state(LobbyRow row, LaunchView view, WaitingRoom definition, @Nullable Long left) {
        if (view.state() == LaunchView.State.CLOSED) {
            return Now.State.CLOSED;
        }
        if (row.freeze() == null) {
            return clock.instant().isBefore(definition.lobbyOpensAt()) ? Now.State.EARLY : Now.State.LOBBY;
        }
        if (!isDrawn(row)) {
            return Now.State.FROZEN;
        }
        if (view.state() == LaunchView.State.SCHEDULED) {
            return Now.State.DRAWN;
        }
        if (view.paused()) {
            return Now.State.PAUSED;
        }
        if (left == null) {
            return Now.State.WAITING_LIST;
        }
        return left == 0 ? Now.State.GONE : Now.State.CALLING;
    }

    /// Units left of all offers together; null: every offer has a waiting list, and nothing else.
    private static @Nullable Long left(LaunchView view) {
        boolean waitlisted = view.offers().stream().allMatch(offer -> offer.remaining() == null);
        return waitlisted
                ? null
                : view.offers().stream()
                        .map(LaunchView.OfferView::remaining)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private static long free(LaunchView view) {
        Long left = left(view);
        boolean refuses = view.definition().beyondSupply() == BeyondSupply.REFUSE;
        return refuses && left != null ? left : Admission.UNBOUNDED;
    }
}

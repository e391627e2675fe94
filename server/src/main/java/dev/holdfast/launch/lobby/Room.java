package dev.holdfast.launch.lobby;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.draw.Draw;
import dev.holdfast.launch.draw.DrawStatement;
import dev.holdfast.launch.draw.FrozenList;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.TicketHashes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// What this instance holds of one waiting room.
final class Room implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    final int launch;
    final String slug;
    final Registrar registrar;
    private final LobbyStore store;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile @Nullable WaitingRoom definition;
    private volatile @Nullable Instant closesAt;
    private volatile @Nullable LobbyRow latest;
    private volatile int @Nullable [] places;
    private volatile @Nullable FrozenList frozen;
    private volatile @Nullable Now now;
    private volatile long lapsed;

    Room(
            int launch,
            String slug,
            LaunchDefinition definition,
            LobbyStore store,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.slug = slug;
        this.definition = definition.waitingRoom();
        this.closesAt = definition.closesAt();
        this.store = store;
        this.registrar = new Registrar(launch, store, transactions, clock, () -> this.definition);
    }

    @Nullable
    WaitingRoom definition() {
        return definition;
    }

    void define(LaunchDefinition launch) {
        this.definition = launch.waitingRoom();
        this.closesAt = launch.closesAt();
    }

    Optional<Now> now() {
        return Optional.ofNullable(now);
    }

    /// @param lapsed places up to this one were called so long ago that nothing is kept for them
    void tell(Now now, long lapsed) {
        this.now = now;
        this.lapsed = lapsed;
    }

    long lapsed() {
        return lapsed;
    }

    LobbyRow row() {
        LobbyRow read = store.read(launch).orElseThrow();
        latest = read;
        return read;
    }

    /// As of the last second, unless the draw should have closed since: whoever enters asks for this, and a million do.
    LobbyRow latest(Instant at) {
        LobbyRow known = latest;
        WaitingRoom room = definition;
        boolean closes = room == null || !at.isBefore(room.drawClosesAt());
        return known == null || (closes && known.freeze() == null) ? row() : known;
    }

    /// When the launch is over; null: when somebody closes it.
    @Nullable
    Instant closesAt() {
        return closesAt;
    }

    /// The place of a number of arrival; empty: not drawn here yet.
    Optional<Long> place(LobbyRow row, long arrival) {
        LobbyRow.Freeze freeze = row.freeze();
        if (freeze == null) {
            return Optional.empty();
        }
        if (arrival > freeze.tickets()) {
            return Optional.of(arrival);
        }
        int[] drawn = places;
        return drawn == null ? Optional.empty() : Optional.of((long) drawn[(int) arrival - 1]);
    }

    boolean everybodyHasAPlace(LobbyRow row) {
        LobbyRow.Freeze freeze = row.freeze();
        return freeze != null && (freeze.tickets() == 0 || places != null);
    }

    /// Starts whatever is to be worked out of a frozen list, beside everything else: of ten million it takes seconds.
    void workOut(LobbyRow row) {
        LobbyRow.Freeze freeze = row.freeze();
        boolean toDo = freeze != null && (freeze.root() == null || (row.figure() != null && places == null));
        if (toDo && working.compareAndSet(false, true)) {
            Thread.ofPlatform().name("draw-" + launch).daemon(true).start(() -> {
                try {
                    workOut(row, Objects.requireNonNull(freeze));
                } catch (RuntimeException failure) {
                    LOG.warn("The draw of {} is tried again: {}", slug, failure.toString());
                } finally {
                    working.set(false);
                }
            });
        }
    }

    private void workOut(LobbyRow row, LobbyRow.Freeze freeze) {
        registrar.follow();
        var list = registrar.roll().first(freeze.tickets());
        if (freeze.root() == null) {
            store.root(launch, frozen(list).root());
        }
        String figure = row.figure();
        if (figure != null) {
            places = new Draw(list, Hashes.key(HexFormat.of().parseHex(row.seed()), figure)).places();
            LOG.info("Launch {}: {} tickets are drawn.", slug, freeze.tickets());
        }
    }

    /// The list of a draw that is frozen, put in order once.
    FrozenList frozen(TicketHashes list) {
        FrozenList known = frozen;
        if (known == null) {
            known = FrozenList.of(list);
            frozen = known;
        }
        return known;
    }

    /// What is published of the draw; empty: nothing yet but the commitment.
    Optional<DrawStatement> statement(LobbyRow row) {
        LobbyRow.Freeze freeze = row.freeze();
        String root = freeze == null ? null : freeze.root();
        if (freeze == null || root == null) {
            return Optional.empty();
        }
        String figure = row.figure();
        return Optional.of(new DrawStatement(
                slug,
                freeze.tickets(),
                root,
                commitment(row),
                freeze.figureNamed(),
                freeze.figureAt(),
                freeze.at(),
                figure == null ? null : new DrawStatement.Revealed(figure, row.seed())));
    }

    static String commitment(LobbyRow row) {
        return Hashes.commitment(HexFormat.of().parseHex(row.seed()));
    }

    @Override
    public void close() {
        registrar.close();
    }
}

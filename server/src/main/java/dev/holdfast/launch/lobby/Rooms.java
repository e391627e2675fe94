package dev.holdfast.launch.lobby;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.WaitingRoom;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// The waiting rooms that this instance knows of, each looked after once a second.
final class Rooms implements AutoCloseable {
    private static final int SEED_BYTES = 32;
    private static final int FORGET_EVERY = 600;
    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    private final Launch launch;
    private final LobbyStore lobbies;
    private final AdmissionStore admissions;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Usher usher;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("usher").daemon(true).factory());
    private int seconds;
    private @Nullable ScheduledFuture<?> looking;

    Rooms(
            Launch launch,
            LobbyStore lobbies,
            AdmissionStore admissions,
            WaitingList list,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.lobbies = lobbies;
        this.admissions = admissions;
        this.transactions = transactions;
        this.clock = clock;
        this.usher = new Usher(launch, lobbies, admissions, list, transactions, clock);
    }

    void start() {
        looking = timer.scheduleAtFixedRate(this::second, 0, 1, TimeUnit.SECONDS);
    }

    /// The room of a launch that has one.
    ///
    /// @throws Problem UNKNOWN when there is no such launch, or it has no waiting room
    Room room(String slug) {
        Room known = rooms.get(slug);
        if (known != null) {
            return known;
        }
        LaunchDefinition definition = launch.look(slug).definition();
        if (definition.waitingRoom() == null) {
            throw none(slug);
        }
        return rooms.computeIfAbsent(slug, name -> make(name, definition));
    }

    WaitingRoom definition(Room room) {
        WaitingRoom definition = room.definition();
        if (definition == null) {
            throw none(room.slug);
        }
        return definition;
    }

    private static Problem none(String slug) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "no_waiting_room",
                "The launch '" + slug + "' has no waiting room. Order when it is open.");
    }

    private Room make(String slug, LaunchDefinition definition) {
        int number = launch.number(slug);
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        lobbies.make(number, HexFormat.of().formatHex(seed));
        admissions.make(number);
        return new Room(number, slug, definition, lobbies, transactions, clock);
    }

    /// Looks after one room at once, for somebody who wants to know.
    Now look(Room room) {
        usher.second(room);
        return room.now().orElseThrow(() -> none(room.slug));
    }

    private void second() {
        try {
            Set<String> before = Set.copyOf(rooms.keySet());
            Set<String> open = Set.copyOf(admissions.rooms());
            open.forEach(this::room);
            // Whoever came in between may have opened one that the list does not have yet: it is not over.
            rooms.values().forEach(room -> second(room, open.contains(room.slug) || !before.contains(room.slug)));
            seconds++;
        } catch (RuntimeException failure) {
            // The next second tries again; an exception let through would end the schedule for ever.
            LOG.warn("The waiting rooms were not looked after: {}", failure.getMessage());
        }
    }

    private void second(Room room, boolean open) {
        try {
            usher.second(room);
            if (seconds % FORGET_EVERY == 0) {
                admissions.forget(room.launch);
            }
            if (!open) {
                // Over, or without a waiting room from now on: the next who asks looks again.
                rooms.remove(room.slug, room);
                room.close();
            }
        } catch (RuntimeException failure) {
            LOG.warn("The waiting room of {} was not looked after: {}", room.slug, failure.getMessage());
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        timer.shutdownNow();
        rooms.values().forEach(Room::close);
    }
}

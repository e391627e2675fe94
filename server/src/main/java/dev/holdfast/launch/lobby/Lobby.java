package dev.holdfast.launch.lobby;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.Shown;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.WindowAhead;
import dev.holdfast.launch.draw.Figure;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The waiting rooms of launches: who enters, who is drawn, who is called.
public final class Lobby {
    /// How long a ticket holds where the launch has no end. A ticket that ended is made again from the sign-in.
    private static final Duration TICKET = Duration.ofDays(60);

    /// Whoever is further back than this is told no window yet: those in front will not all take the same.
    private static final int MOST_AHEAD = 50_000;

    private static final int MOST_ROOMS = 1_000;
    private static final Duration WINDOWS_KEPT = Duration.ofSeconds(10);

    private final Launch launch;
    private final Rooms rooms;
    private final LobbyStore store;
    private final WaitingListStore list;
    private final Seal seal;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Cache<String, Map<String, List<WindowAhead>>> windows = Caffeine.newBuilder()
            .maximumSize(MOST_ROOMS)
            .expireAfterWrite(WINDOWS_KEPT)
            .build();

    Lobby(
            Launch launch,
            Rooms rooms,
            LobbyStore store,
            WaitingListStore list,
            Seal seal,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.rooms = rooms;
        this.store = store;
        this.list = list;
        this.seal = seal;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How the room stands, as of the last second; read from memory.
    ///
    /// @throws Problem UNKNOWN when there is no such launch, or it has no waiting room
    public Now now(String slug) {
        Room room = rooms.room(slug);
        return room.now().orElseGet(() -> rooms.look(room));
    }

    /// What is known of the draw.
    public RoomView look(String slug) {
        Room room = rooms.room(slug);
        WaitingRoom definition = rooms.definition(room);
        LobbyRow row = room.row();
        return new RoomView(
                definition, Room.commitment(row), room.statement(row).orElse(null), now(slug));
    }

    /// Enters the lobby; who is in it already gets the same ticket. Returns once it is durable.
    ///
    /// @throws Problem CONFLICT `lobby_not_open` before it opens and after the launch is over, and
    ///     `contact_not_verified` where the launch asks for a proved address
    public Entered enter(String slug, String member) {
        Room room = rooms.room(slug);
        WaitingRoom definition = rooms.definition(room);
        Now now = now(slug);
        Instant at = clock.instant();
        if (at.isBefore(definition.lobbyOpensAt())) {
            throw notOpen("This lobby opens at " + definition.lobbyOpensAt()
                    + ". Come then: in the lobby nothing depends" + " on who came first.");
        }
        if (now.state() == Now.State.CLOSED) {
            throw notOpen("This launch is over.");
        }
        if (!launch.mayEnter(slug, member)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "contact_not_verified",
                    "This launch takes members whose mail address or telephone is proved, as its `entry.verified` says."
                            + " Open the page /mail or /phone, prove it, and enter again.");
        }
        int arrival = room.registrar.enter(Hashes.ofTicket(seal.ticketId(slug, member)));
        return entered(room, member, arrival);
    }

    /// The ticket of a member who entered before, made again.
    ///
    /// @throws Problem UNKNOWN `not_in_lobby` for whoever did not
    public Entered ticket(String slug, String member) {
        return find(slug, member)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "not_in_lobby",
                        "You are not in this lobby. Enter it by POST to /lobby."));
    }

    /// The same; empty for whoever did not enter.
    public Optional<Entered> find(String slug, String member) {
        Room room = rooms.room(slug);
        int arrival = room.registrar.find(Hashes.ofTicket(seal.ticketId(slug, member)));
        return arrival == 0 ? Optional.empty() : Optional.of(entered(room, member, arrival));
    }

    /// By offer, the windows of those who order next: whoever waits reads theirs at the number of people in front.
    public Map<String, List<WindowAhead>> windows(String slug) {
        return windows.get(slug, name -> {
            Map<String, List<WindowAhead>> byOffer = new LinkedHashMap<>();
            for (LaunchDefinition.Offer offer : launch.look(name).definition().offers()) {
                byOffer.put(offer.id(), launch.ahead(name, offer.id(), MOST_AHEAD));
            }
            return byOffer;
        });
    }

    private Entered entered(Room room, String member, int arrival) {
        Instant at = clock.instant();
        LobbyRow row = room.latest(at);
        LobbyRow.Freeze freeze = row.freeze();
        Instant closesAt = room.closesAt();
        Instant expires = closesAt == null ? at.plus(TICKET) : closesAt;
        Now now = now(room.slug);
        Long place = room.place(row, arrival).orElse(null);
        var listed = listed(room, now, member);
        return new Entered(
                seal.ticket(room.slug, member, arrival, expires.truncatedTo(ChronoUnit.SECONDS)),
                place,
                freeze == null || arrival <= freeze.tickets(),
                standing(room, now, place, listed),
                listed,
                now);
    }

    private Entered.Standing standing(Room room, Now now, @Nullable Long place, @Nullable Listed listed) {
        if (now.state() == Now.State.CLOSED) {
            return Entered.Standing.OVER;
        }
        if (place == null || now.state().compareTo(Now.State.CALLING) < 0) {
            return Entered.Standing.EARLY;
        }
        Long left = now.left();
        boolean isCalled = place <= now.serving();
        if (left == null || !refuses(room)) {
            return isCalled ? Entered.Standing.CALLED : Entered.Standing.WAITING;
        }
        if (!isCalled) {
            return left <= now.ahead(place) ? Entered.Standing.BEYOND : Entered.Standing.WAITING;
        }
        boolean isKept = place > room.lapsed() || (listed != null && listed.calledAt() != null);
        return isKept || left > now.kept() ? Entered.Standing.CALLED : Entered.Standing.MISSED;
    }

    private boolean refuses(Room room) {
        return launch.look(room.slug).definition().beyondSupply() == BeyondSupply.REFUSE;
    }

    /// Not read before anybody is called: a million enter then.
    private @Nullable Listed listed(Room room, Now now, String member) {
        boolean isCalling = now.state().compareTo(Now.State.CALLING) >= 0;
        return isCalling && refuses(room) ? list.read(room.launch, member).orElse(null) : null;
    }

    /// Puts a member on the waiting list of a launch that refuses what is beyond its supply; who is on it stays.
    /// They are called by their place, as everybody is, and told by letter; whoever let a turn pass stands behind.
    ///
    /// @throws Problem UNKNOWN `not_in_lobby`; CONFLICT `waiting_list_not_open` while a unit may be left for the
    ///     place
    public Entered join(String slug, String member) {
        Room room = rooms.room(slug);
        Entered now = ticket(slug, member);
        Long place = now.place();
        boolean isBehind = now.standing() == Entered.Standing.MISSED;
        if (place == null || !(isBehind || now.standing() == Entered.Standing.BEYOND)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "waiting_list_not_open",
                    "The waiting list is for those for whose place no unit is left; you are " + now.standing()
                            + ". Watch /lobby/now.");
        }
        list.join(room.launch, member, place, isBehind);
        return ticket(slug, member);
    }

    /// Takes a member off it; what was kept for them is the next one's.
    public Entered leave(String slug, String member) {
        list.leave(rooms.room(slug).launch, member);
        return ticket(slug, member);
    }

    /// Shows a ticket to be let in.
    public Turn turn(String slug, String member, String ticket) {
        Room room = rooms.room(slug);
        WaitingRoom definition = rooms.definition(room);
        Instant at = clock.instant();
        var read = seal.readTicket(ticket, slug, member, at);
        if (read.shown() != Shown.GOOD) {
            return new Turn.Refused(read.shown());
        }
        Now now = now(slug);
        Long place = room.place(room.latest(at), read.number()).orElse(null);
        if (place == null) {
            return new Turn.NotDrawn(now);
        }
        if (place > now.serving()) {
            return new Turn.Waiting(place, now.serving(), place - now.serving() - 1, now);
        }
        var listed = listed(room, now, member);
        if (standing(room, now, place, listed) == Entered.Standing.MISSED) {
            return new Turn.Missed(place);
        }
        Instant until = at.plus(definition.passFor());
        Instant kept = listed == null || listed.keptUntil() == null ? until : listed.keptUntil();
        Instant later = kept.isAfter(until) ? kept : until;
        return new Turn.Called(seal.pass(slug, member, place, later.truncatedTo(ChronoUnit.SECONDS)));
    }

    /// Freezes the list of the draw before its time.
    public void freeze(String slug, String operator) {
        Room room = rooms.room(slug);
        WaitingRoom definition = rooms.definition(room);
        transactions.executeWithoutResult(status -> {
            store.lock(room.launch);
            if (!store.freeze(room.launch, definition, clock.instant())) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "draw_frozen",
                        "The list of this draw is frozen already. Nothing changed.");
            }
            members.audit(operator, "freeze_draw", slug, "");
        });
        rooms.look(room);
    }

    /// Enters the public figure, once; with it everybody has a place.
    ///
    /// @throws Problem CONFLICT when it cannot be known yet, or was entered before
    public void figure(String slug, String figure, String operator) {
        Room room = rooms.room(slug);
        String entered = Figure.checked(figure);
        LobbyRow row = room.row();
        LobbyRow.Freeze freeze = row.freeze();
        if (freeze == null || freeze.root() == null) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "draw_not_frozen",
                    "The list of this draw is not frozen yet. Enter the figure after that.");
        }
        Instant at = clock.instant();
        if (at.isBefore(freeze.figureAt())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "figure_too_early",
                    "The figure is known from " + freeze.figureAt() + " on. Enter it then.");
        }
        transactions.executeWithoutResult(status -> {
            if (!store.figure(room.launch, entered, at)) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "figure_entered",
                        "The figure of this draw was entered before, and can be entered once only.");
            }
            members.audit(operator, "enter_figure", slug, entered);
        });
        rooms.look(room);
    }

    /// The published draw, with its list in ascending order.
    ///
    /// @throws Problem CONFLICT `draw_not_frozen` before there is a list
    public PublishedDraw draw(String slug) {
        Room room = rooms.room(slug);
        var statement = room.statement(room.row())
                .orElseThrow(() -> new Problem(
                        Problem.Kind.CONFLICT,
                        "draw_not_frozen",
                        "The list of this draw is not frozen yet. It is published when it is."));
        room.registrar.follow();
        return new PublishedDraw(statement, room.frozen(room.registrar.roll().first(statement.tickets())));
    }

    private static Problem notOpen(String detail) {
        return new Problem(Problem.Kind.CONFLICT, "lobby_not_open", detail);
    }
}

package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.WindowAhead;
import dev.holdfast.launch.draw.DrawStatement;
import dev.holdfast.launch.lobby.Entered;
import dev.holdfast.launch.lobby.Listed;
import dev.holdfast.launch.lobby.Now;
import dev.holdfast.launch.lobby.RoomView;
import dev.holdfast.launch.lobby.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The waiting room from before the lobby until nothing is left, from the sample world.
final class SampleLobby {
    private static final String HASH = "5f2c1e9b7a3d4860b1c2d3e4f5061728394a5b6c7d8e9f0a1b2c3d4e5f607182";
    private static final WaitingRoom ROOM = new WaitingRoom(
            NOW.minus(Duration.ofHours(2)),
            NOW.plus(Duration.ofMinutes(50)),
            "drand quicknet, round 12345678, api.drand.sh",
            NOW.plus(Duration.ofMinutes(52)),
            500,
            Duration.ofMinutes(10),
            WaitingRoom.LIST_FOR);
    private static final Entered.Standing BEYOND = Entered.Standing.BEYOND;
    private static final DrawStatement FROZEN = new DrawStatement(
            "tern-one", 214_388, HASH, HASH, ROOM.figure(), NOW.minusSeconds(240), NOW.minusSeconds(360), null);
    private static final DrawStatement DRAWN = new DrawStatement(
            "tern-one",
            214_388,
            HASH,
            HASH,
            ROOM.figure(),
            NOW.minusSeconds(240),
            NOW.minusSeconds(360),
            new DrawStatement.Revealed("8d5b2f10c9e7a6b4", HASH));

    private final Words words;

    SampleLobby(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("lobby-enter", page(now(Now.State.LOBBY, 0, 3_214), null, null));
        pages.put("lobby-in", page(now(Now.State.LOBBY, 0, 3_214), null, mine(null, Entered.Standing.EARLY)));
        pages.put("lobby-placed", page(now(Now.State.DRAWN, 0, 3_214), DRAWN, mine(1_204L, Entered.Standing.EARLY)));
        pages.put(
                "lobby-waiting",
                page(now(Now.State.CALLING, 212, 3_214), DRAWN, mine(1_204L, Entered.Standing.WAITING)));
        pages.put(
                "lobby-called",
                page(now(Now.State.CALLING, 1_212, 1_999), DRAWN, mine(1_204L, Entered.Standing.CALLED)));
        pages.put("lobby-beyond", page(now(Now.State.CALLING, 2_900, 214), DRAWN, mine(98_204L, BEYOND)));
        pages.put("lobby-listed", page(now(Now.State.GONE, 2_900, 0), DRAWN, listed(98_204L, BEYOND, null)));
        pages.put("lobby-missed", page(now(Now.State.GONE, 2_900, 0), DRAWN, mine(1_204L, Entered.Standing.MISSED)));
        pages.put(
                "lobby-kept",
                page(
                        now(Now.State.GONE, 2_900, 0),
                        DRAWN,
                        listed(1_204L, Entered.Standing.CALLED, NOW.plusSeconds(900))));
        return pages;
    }

    static RoomView frozen() {
        return new RoomView(ROOM, HASH, FROZEN, now(Now.State.FROZEN, 0, 3_214));
    }

    private static Now now(Now.State state, long serving, long left) {
        boolean drawn = state != Now.State.LOBBY;
        var offers = SampleWorld.car().offers().subList(0, 3).stream()
                .map(offer -> new Now.Left(offer.id(), left / 3))
                .toList();
        return new Now(
                "tern-one",
                state,
                NOW,
                drawn ? 216_002 : 184_377,
                drawn ? 214_388 : 0,
                serving,
                serving == 0 ? 0 : 8.4,
                serving == 0 ? 0 : 117,
                left,
                offers);
    }

    private Entered listed(Long place, Entered.Standing standing, @Nullable Instant keptUntil) {
        var called = keptUntil == null ? null : NOW.minusSeconds(600);
        var listed = new Listed(NOW.minusSeconds(3_600), called, keptUntil);
        var mine = mine(place, standing);
        return new Entered(mine.ticket(), place, true, standing, listed, mine.now());
    }

    private Entered mine(@Nullable Long place, Entered.Standing standing) {
        var ticket = new Ticket(
                "tern-one",
                HASH.substring(0, 32),
                88_214,
                NOW.plus(Duration.ofDays(60)),
                "ticket~tern-one~" + HASH.substring(0, 32)
                        + "~88214~1790000000~Zt3pOqk0vA9sYx1c2d3e4f5g6h7i8j9k0l1m2n3o4p5");
        return new Entered(ticket, place, true, standing, null, now(Now.State.LOBBY, 0, 3_214));
    }

    private String page(Now now, @Nullable DrawStatement draw, @Nullable Entered mine) {
        boolean open = now.serving() > 0;
        var definition = SampleWorld.definition(
                        "Tern One, the electric car",
                        "燕鸥一号 纯电轿车",
                        null,
                        open ? NOW.minusSeconds(200) : NOW.plus(Duration.ofHours(1)))
                .with(parts -> parts.waitingRoom(ROOM));
        var launch = SampleWorld.launch(open ? LaunchView.State.OPEN : LaunchView.State.SCHEDULED, definition);
        var first = Window.ofWeek(LocalDate.parse("2027-08-02"));
        var later = Window.ofWeek(LocalDate.parse("2027-08-23"));
        Map<String, List<WindowAhead>> windows = new LinkedHashMap<>();
        definition
                .offers()
                .forEach(offer ->
                        windows.put(offer.id(), List.of(new WindowAhead(0, first), new WindowAhead(700, later))));
        var reader = new SamplePages(words).frame(SampleWorld.MEMBER);
        return SamplePages.render(
                "lobby",
                new LobbyPage(
                        reader, launch, new RoomView(ROOM, HASH, draw, now), mine, windows, "ann@example.org", null));
    }
}

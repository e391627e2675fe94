package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.WindowAhead;
import dev.holdfast.launch.lobby.Entered;
import dev.holdfast.launch.lobby.Now;
import dev.holdfast.launch.lobby.RoomView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The waiting room as one reader sees it.
///
/// @param mine the reader's ticket; null: nobody is signed in, or not entered
/// @param letters where the reader's letters go; null: there is no address
/// @param windows by offer, what whoever orders after how many others would get
record LobbyPage(
        Frame frame,
        LaunchView launch,
        RoomView view,
        @Nullable Entered mine,
        Map<String, List<WindowAhead>> windows,
        @Nullable String letters,
        @Nullable Notice notice) {
    private static final int CALM_SECONDS = 30;
    private static final int NEAR_SECONDS = 5;
    private static final int NEAR = 500;
    private static final int MINUTE = 60;

    LobbyPage {
        windows = Map.copyOf(windows);
    }

    /// What the page is about for this reader, the end of a key of words.
    enum Scene {
        /// The lobby opens later.
        EARLY,
        /// The reader may enter.
        ENTER,
        /// The reader is in, and the draw is not made.
        IN,
        /// The reader has a place, and nobody is called yet.
        PLACED,
        /// The reader has a place, and others are called.
        WAITING,
        /// A unit may come free, and none is there for the reader.
        BEYOND,
        /// The reader is called.
        CALLED,
        /// The turn passed, and what is left is kept for others.
        MISSED,
        OVER
    }

    Words words() {
        return frame.words();
    }

    Now now() {
        return view.now();
    }

    String name() {
        return words().name(launch.definition().name());
    }

    String path() {
        return "/launches/" + launch.slug() + "/lobby";
    }

    Scene scene() {
        if (now().state() == Now.State.CLOSED) {
            return Scene.OVER;
        }
        if (now().state() == Now.State.EARLY) {
            return Scene.EARLY;
        }
        if (mine == null) {
            return Scene.ENTER;
        }
        Long place = mine.place();
        if (place == null) {
            return Scene.IN;
        }
        return switch (mine.standing()) {
            case EARLY -> Scene.PLACED;
            case WAITING -> Scene.WAITING;
            case BEYOND -> Scene.BEYOND;
            case CALLED -> Scene.CALLED;
            case MISSED -> Scene.MISSED;
            case OVER -> Scene.OVER;
        };
    }

    /// What stands about the waiting list; null: nothing, for the reader has no need of one.
    @Nullable
    Waiting waiting() {
        if (mine == null || !(scene() == Scene.BEYOND || scene() == Scene.MISSED || mine.listed() != null)) {
            return null;
        }
        var listed = mine.listed();
        var until = listed == null ? null : listed.keptUntil();
        return new Waiting(
                listed != null,
                until == null ? null : at(until),
                words().span(view.room().listFor()));
    }

    /// @param isOn the list
    /// @param until a unit is kept for the reader; null: none is yet
    /// @param listFor how long one will be
    record Waiting(boolean isOn, @Nullable String until, String listFor) {}

    /// What the scene says in a sentence or two.
    String text() {
        return words().say(
                        "lobby.scene." + scene() + ".text",
                        at(launch.definition().opensAt()),
                        passFor());
    }

    boolean refuses() {
        return launch.definition().beyondSupply() == LaunchDefinition.BeyondSupply.REFUSE;
    }

    long place() {
        return mine == null || mine.place() == null ? 0 : Objects.requireNonNull(mine.place());
    }

    long ahead() {
        return now().ahead(place());
    }

    /// Units left once everybody in front has taken one; 0 or less: none.
    long reserve() {
        Long left = now().left();
        return left == null ? 0 : left - ahead();
    }

    /// Minutes until the reader is called; null: nobody is called at the moment.
    @Nullable
    String minutes() {
        if (now().pace() <= 0) {
            return null;
        }
        double seconds = (place() - now().serving()) / now().pace();
        return words().count("lobby.minutes", Math.max(1, (long) Math.ceil(seconds / MINUTE)));
    }

    /// @param left units now; null: whoever orders it now waits for a later supply
    /// @param reserve units left once everybody in front took this one
    /// @param window null: none to give
    record Choice(
            String name,
            @Nullable Long left,
            long reserve,
            @Nullable String window) {}

    /// What would be left of each offer, and when it would come, if everybody in front took just that.
    List<Choice> choices() {
        return now().offers().stream()
                .map(left -> {
                    Long units = left.units();
                    return new Choice(
                            OfferNames.of(launch.definition(), left.offer(), words()),
                            units,
                            units == null ? 0 : Math.max(0, units - ahead()),
                            window(left.offer()));
                })
                .toList();
    }

    private @Nullable String window(String offer) {
        WindowAhead mine = null;
        for (WindowAhead step : windows.getOrDefault(offer, List.of())) {
            mine = step.ahead() <= ahead() ? step : mine;
        }
        var window = mine == null ? null : mine.window();
        return window == null ? null : words().window(window);
    }

    /// To the lobby's opening, else to the launch's; null: both are past.
    @Nullable
    Countdown countdown() {
        var until = scene() == Scene.EARLY
                ? view.room().lobbyOpensAt()
                : launch.definition().opensAt();
        return until.isAfter(launch.asOf())
                ? new Countdown(until, launch.asOf(), launch.definition().timeZone(), words())
                : null;
    }

    String at(Instant instant) {
        return words().instant(instant, launch.definition().timeZone());
    }

    /// For browsers without scripts. Who is near looks more often.
    int refreshSeconds() {
        return scene() == Scene.WAITING && place() - now().serving() < NEAR ? NEAR_SECONDS : CALM_SECONDS;
    }

    /// Whether there is something to watch.
    boolean watching() {
        return switch (scene()) {
            case IN, PLACED, WAITING, BEYOND -> true;
            case EARLY, ENTER, CALLED, MISSED, OVER -> false;
        };
    }

    String passFor() {
        return words().span(view.room().passFor());
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.Window;
import dev.holdfast.web.page.OfferCards.Card;
import dev.holdfast.web.page.Options.Kind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One configuration picked among a launch's offers, and where each other choice would lead.
///
/// A choice is a link to the page with that offer picked, so that picking needs no script, can be sent to a friend, and
/// says at each choice when one would have it.
///
/// @param here the address of the page with what is picked now
record Showroom(Card chosen, String here, Look look, List<Picker> pickers, List<Sooner> sooner) {
    /// More would be a catalogue beside the catalogue.
    private static final int MAX_SOONER = 3;

    Showroom {
        pickers = List.copyOf(pickers);
        sooner = List.copyOf(sooner);
    }

    /// How the thing is drawn.
    ///
    /// @param body  what kind of thing it is; null: a patch of its colour
    /// @param paint null: nobody named a colour
    /// @param wheel which of the wheels there are, from 0
    record Look(
            @Nullable String body,
            @Nullable Paint paint,
            int wheel,
            @Nullable Paint wheelPaint) {
        boolean drawn() {
            return body != null || paint != null;
        }

        boolean is(String kind) {
            return kind.equals(body);
        }

        String shade() {
            return (paint == null ? Paint.MIST : paint).shade();
        }

        String wheelShade() {
            return (wheelPaint == null ? Paint.SLATE : wheelPaint).shade();
        }
    }

    /// One option with its choices.
    ///
    /// @param now the name of the choice that is picked
    record Picker(String name, Kind kind, String now, List<Pick> picks) {
        Picker {
            picks = List.copyOf(picks);
        }

        /// Whether the choice changes what it costs.
        boolean priced() {
            return picks.stream().map(pick -> pick.card().price()).distinct().count() > 1;
        }
    }

    /// @param id      of the place on the page where its window stands
    /// @param card    the offer it leads to
    /// @param wheel   which of the wheels it is, from 0
    record Pick(String id, String name, @Nullable Paint paint, int wheel, boolean chosen, Card card, String address) {
        String shade() {
            return (paint == null ? Paint.MIST : paint).shade();
        }
    }

    /// Another configuration that would come earlier, or come at all.
    ///
    /// @param but   what is different about it, in words
    /// @param weeks by how much it is earlier; 0: the picked one has no window
    record Sooner(String but, long weeks, Window window, String address) {}

    static Showroom of(OfferCards offers, Options options, @Nullable String offer, String address, Words words) {
        var chosen = offers.find(offer).orElseGet(offers::first);
        var pickers = new ArrayList<Picker>();
        for (int option = 0; option < options.options().size(); option++) {
            pickers.add(picker(offers, options, chosen, option, address, words));
        }
        return new Showroom(
                chosen,
                at(address, chosen),
                look(options, chosen.id()),
                pickers,
                offers.sealed() ? List.of() : sooner(offers, options, chosen, address, words));
    }

    private static Picker picker(
            OfferCards offers, Options options, Card chosen, int option, String address, Words words) {
        var from = options.options().get(option);
        var now = options.choice(chosen.id(), option);
        var picks = new ArrayList<Pick>();
        for (var choice : from.choices()) {
            int number = picks.size();
            options.leadsTo(chosen.id(), option, choice.id(), offers.ids())
                    .flatMap(offers::find)
                    .map(card -> new Pick(
                            "pick-" + option + "-" + number,
                            words.name(choice.name()),
                            choice.paint(),
                            number,
                            choice.id().equals(now),
                            card,
                            at(address, card)))
                    .ifPresent(picks::add);
        }
        var name = options.found(chosen.id(), option)
                .map(choice -> words.name(choice.name()))
                .orElse("");
        return new Picker(title(from, words), from.kind(), name, picks);
    }

    private static String title(Options.Option option, Words words) {
        return option.name().isEmpty() ? words.say("option." + option.kind()) : words.name(option.name());
    }

    private static Look look(Options options, String offer) {
        Paint paint = null;
        Paint wheelPaint = null;
        int wheel = 0;
        for (int option = 0; option < options.options().size(); option++) {
            var choice = options.found(offer, option).orElseThrow();
            switch (options.options().get(option).kind()) {
                case COLOUR -> paint = choice.paint();
                case WHEELS -> {
                    wheel = options.options().get(option).choices().indexOf(choice);
                    wheelPaint = choice.paint();
                }
                case OTHER -> {}
            }
        }
        return new Look(options.body(), paint, wheel, wheelPaint);
    }

    /// Those that change least come first, and of those the earliest.
    private static List<Sooner> sooner(OfferCards offers, Options options, Card chosen, String address, Words words) {
        record Found(Card card, Window window, List<Integer> difference) {}
        var found = new ArrayList<Found>();
        for (var card : offers.cards()) {
            var window = card.window();
            boolean earlier = window != null
                    && (chosen.window() == null
                            || window.from().isBefore(chosen.window().from()));
            if (window != null && earlier) {
                found.add(new Found(card, window, options.difference(chosen.id(), card.id())));
            }
        }
        return found.stream()
                .sorted(Comparator.<Found>comparingInt(one -> one.difference().size())
                        .thenComparing(one -> one.window().from()))
                .limit(MAX_SOONER)
                .map(one -> new Sooner(
                        but(options, one.card(), one.difference(), words),
                        weeks(chosen.window(), one.window()),
                        one.window(),
                        at(address, one.card())))
                .toList();
    }

    private static long weeks(@Nullable Window chosen, Window other) {
        return chosen == null ? 0 : ChronoUnit.WEEKS.between(other.from(), chosen.from());
    }

    private static String but(Options options, Card card, List<Integer> difference, Words words) {
        return String.join(
                words.say("list.comma"),
                difference.stream()
                        .map(option -> options.found(card.id(), option)
                                .map(choice -> words.name(choice.name()))
                                .orElse(card.name()))
                        .toList());
    }

    private static String at(String address, Card card) {
        return String.format(Locale.ROOT, "%s%soffer=%s", address, address.contains("?") ? "&" : "?", card.id());
    }

    boolean soldOut() {
        return !chosen.orderable();
    }

    String window(Words words) {
        return words.window(Objects.requireNonNull(chosen.window()));
    }
}

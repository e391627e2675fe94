package dev.holdfast.web.page;

import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Seat;
import dev.holdfast.community.council.Seating;
import dev.holdfast.community.council.Suggestion;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One council: what was brought to it, who sits there and why.
///
/// @param alias of a member, for everybody to read
/// @param seated whether the reader sits there and may bring something
/// @param typed what the form holds
record CouncilPage(
        Frame frame,
        CouncilView council,
        List<Seat> seats,
        List<Suggestion> suggestions,
        Function<String, String> alias,
        boolean seated,
        Typed typed,
        @Nullable Notice notice) {
    CouncilPage {
        seats = List.copyOf(seats);
        suggestions = List.copyOf(suggestions);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return "/councils/" + council.slug();
    }

    String name() {
        return words().name(council.definition().name());
    }

    String when() {
        return CouncilsPage.when(words(), council);
    }

    /// By whom, and when.
    String brought(Suggestion suggestion) {
        return brought(words(), suggestion, alias);
    }

    static String brought(Words words, Suggestion suggestion, Function<String, String> alias) {
        return words.say(
                "council.brought", alias.apply(suggestion.member()), AnswerBoardPage.day(words, suggestion.at()));
    }

    /// The event whose draw decides; null: rules do.
    @Nullable
    String event() {
        return council.definition().seating() instanceof Seating.Drawn drawn ? drawn.event() : null;
    }

    String rules() {
        return council.definition().seating() instanceof Seating.Chosen chosen ? words().name(chosen.rules()) : "";
    }

    String seatedBy() {
        return switch (council.definition().seating()) {
            case Seating.Drawn ignored -> words().say("council.drawn");
            case Seating.Chosen chosen ->
                words().say("council.chosen", words().number(seats.size()), words().number(chosen.seats()));
        };
    }

    String since() {
        return words().say("council.since", AnswerBoardPage.day(words(), council.seatingAt()));
    }
}

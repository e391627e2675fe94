package dev.holdfast.web.page;

import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionStep;
import java.util.List;
import java.util.function.Function;

/// One suggestion with everything that happened to it.
///
/// @param alias of a member, for everybody to read
record SuggestionPage(
        Frame frame,
        CouncilView council,
        Suggestion suggestion,
        List<SuggestionStep> steps,
        Function<String, String> alias) {
    SuggestionPage {
        steps = List.copyOf(steps);
    }

    Words words() {
        return frame.words();
    }

    String brought() {
        return CouncilPage.brought(words(), suggestion, alias);
    }
}

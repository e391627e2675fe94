package dev.holdfast.web.page;

import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Suggestion;
import java.util.List;

/// All councils, and what they are kept waiting for.
///
/// @param overdue the longest first
record CouncilsPage(Frame frame, List<CouncilView> councils, List<Suggestion> overdue) {
    CouncilsPage {
        councils = List.copyOf(councils);
        overdue = List.copyOf(overdue);
    }

    Words words() {
        return frame.words();
    }

    static String when(Words words, CouncilView council) {
        return words.say(
                "council.when",
                words.day(council.definition().heldOn()),
                words.day(council.definition().answerBy()));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All councils for those who hold them, what is overdue, and the form of a new one.
///
/// @param typed what the form holds
record StaffCouncilsPage(
        Frame frame,
        List<CouncilView> councils,
        List<Suggestion> overdue,
        Typed typed,
        @Nullable Notice notice) {
    StaffCouncilsPage {
        councils = List.copyOf(councils);
        overdue = List.copyOf(overdue);
    }

    Words words() {
        return frame.words();
    }

    static String address(Suggestion suggestion) {
        return "/operator" + CouncilWords.address(suggestion);
    }
}

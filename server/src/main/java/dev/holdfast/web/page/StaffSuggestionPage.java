package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionState;
import dev.holdfast.community.council.SuggestionStep;
import dev.holdfast.community.wish.Decision;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a suggestion is assigned, answered, and said to be done.
///
/// @param signs whether its reader may sign in the role it was given to
/// @param typed what the form that was refused holds
record StaffSuggestionPage(
        Frame frame,
        CouncilView council,
        Suggestion suggestion,
        List<SuggestionStep> steps,
        List<AnswerRole> roles,
        boolean signs,
        Typed typed,
        @Nullable Notice notice) {
    StaffSuggestionPage {
        steps = List.copyOf(steps);
        roles = List.copyOf(roles);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return StaffCouncilsPage.address(suggestion);
    }

    boolean mayAssign() {
        return suggestion.state() != SuggestionState.PROMISED && suggestion.state() != SuggestionState.WITHDRAWN;
    }

    boolean mayAnswer() {
        return signs && answerable();
    }

    boolean mayDo() {
        return signs && promised();
    }

    /// Somebody else has to.
    boolean notYours() {
        return !signs && answerable();
    }

    private boolean answerable() {
        return suggestion.state() == SuggestionState.ASSIGNED
                || suggestion.state() == SuggestionState.PUT_OFF
                || promised();
    }

    private boolean promised() {
        return suggestion.state() == SuggestionState.PROMISED;
    }

    boolean first() {
        return suggestion.state() == SuggestionState.BROUGHT;
    }

    /// A question back is asked in the session and not here.
    static List<Decision> decisions() {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision != Decision.NEEDS_MORE)
                .toList();
    }

    /// How many steps the writer knows of: those that stood there when they began.
    String after() {
        var known = typed.text("after");
        return known.isEmpty() ? Integer.toString(suggestion.steps()) : known;
    }
}

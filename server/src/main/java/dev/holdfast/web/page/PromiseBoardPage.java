package dev.holdfast.web.page;

import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.answer.PromisedWish;
import dev.holdfast.community.answer.PromisedWish.State;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What acceptances promised: due, overdue, kept, taken back.
///
/// @param skip promises that the pages before showed
/// @param size of a full page
record PromiseBoardPage(Frame frame, State state, Figures figures, List<PromisedWish> promises, int skip, int size) {
    PromiseBoardPage {
        promises = List.copyOf(promises);
    }

    Words words() {
        return frame.words();
    }

    static String address(State state) {
        return "/answers/promises?state=" + state.name().toLowerCase(Locale.ROOT);
    }

    String tab(State of) {
        long count = switch (of) {
            case DUE -> figures.promisesDue();
            case OVERDUE -> figures.promisesOverdue();
            case KEPT -> figures.promisesKept();
            case WITHDRAWN -> figures.promisesWithdrawn();
        };
        return words().say("promised.state." + of) + " " + words().number(count);
    }

    /// What was promised, and by when it was or is to be kept; a moved date never hides the first one.
    String dates(PromisedWish promise) {
        var first = words().day(promise.firstBy());
        return promise.by().equals(promise.firstBy())
                ? words().say("promised.by", first)
                : words().say("promised.moved", first, words().day(promise.by()));
    }

    @Nullable
    String kept(PromisedWish promise) {
        var at = promise.keptAt();
        return at == null
                ? null
                : words().say(promise.late() ? "promised.keptLate" : "promised.kept", AnswerBoardPage.day(words(), at));
    }

    @Nullable
    String next() {
        return promises.size() < size ? null : address(state) + "&skip=" + (skip + size);
    }
}

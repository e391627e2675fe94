package dev.holdfast.web.page;

import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.answer.PromisedWish.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What everybody sees of the brand's answers.
@Controller
class AnswerPages {
    private static final int SHOWN = 50;

    private final Answers answers;
    private final Templates templates;

    AnswerPages(Answers answers, Templates templates) {
        this.answers = answers;
        this.templates = templates;
    }

    @GetMapping("/answers")
    Page board(Frame frame, @RequestParam(defaultValue = "0") int skip) {
        var overdue = answers.waiting(null, true, skip, SHOWN);
        return templates.page("answers", new AnswerBoardPage(frame, answers.figures(), overdue, skip, SHOWN));
    }

    @GetMapping("/answers/promises")
    Page promises(
            Frame frame, @RequestParam(defaultValue = "due") String state, @RequestParam(defaultValue = "0") int skip) {
        var which = state(state);
        var promises = answers.promises(which, skip, SHOWN);
        return templates.page("promises", new PromiseBoardPage(frame, which, answers.figures(), promises, skip, SHOWN));
    }

    private static State state(String word) {
        return switch (word) {
            case "overdue" -> State.OVERDUE;
            case "kept" -> State.KEPT;
            case "withdrawn" -> State.WITHDRAWN;
            default -> State.DUE;
        };
    }
}

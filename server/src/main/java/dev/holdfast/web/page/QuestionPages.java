package dev.holdfast.web.page;

import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where fans ask about a launch, and everybody reads what was answered.
@Controller
class QuestionPages {
    private final Launch launch;
    private final QuestionRounds rounds;
    private final Templates templates;

    QuestionPages(Launch launch, QuestionRounds rounds, Templates templates) {
        this.launch = launch;
        this.rounds = rounds;
        this.templates = templates;
    }

    @GetMapping("/launches/{slug}/questions")
    Page questions(Frame frame, @PathVariable String slug, @RequestParam(required = false) @Nullable String taken) {
        return templates.page("questions", page(frame, slug, "", taken != null, null));
    }

    @PostMapping("/launches/{slug}/questions")
    View ask(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String text) {
        var asker = frame.asker();
        var words = frame.words();
        var typed = ReviewPages.said(text);
        try {
            rounds.ask(slug, asker.member(), words == Words.CHINESE ? "zh" : "en", typed);
            return SeeOther.to("/launches/" + slug + "/questions?taken=1");
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID, CONFLICT -> {
                    var notice = Notice.of(words.say("round.refused"), words.say("round.refused." + refused.code()));
                    var here = frame.at("/launches/" + slug + "/questions");
                    yield templates.refusal(
                            "questions",
                            page(here, slug, typed, false, notice),
                            refused.kind() == Problem.Kind.INVALID ? 422 : 409);
                }
                case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
            };
        }
    }

    private QuestionsPage page(Frame frame, String slug, String typed, boolean taken, @Nullable Notice notice) {
        return new QuestionsPage(frame, launch.look(slug), rounds.topics(slug), typed, taken, notice);
    }
}

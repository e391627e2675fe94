package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.community.round.RoundDraft;
import dev.holdfast.community.round.RoundDraft.RuleDraft;
import dev.holdfast.community.round.RoundDraft.TopicAnswer;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the product team works on questions about a launch.
@Controller
class QuestionDeskPages {
    private static final int SHOWN = 50;

    private final Launch launch;
    private final QuestionRounds rounds;
    private final AnswerRoles roles;
    private final Templates templates;

    QuestionDeskPages(Launch launch, QuestionRounds rounds, AnswerRoles roles, Templates templates) {
        this.launch = launch;
        this.rounds = rounds;
        this.roles = roles;
        this.templates = templates;
    }

    /// Whatever was sent to one of the forms.
    private interface Act {
        void as(String operator);
    }

    @GetMapping("/operator/launches/{slug}/questions")
    Page desk(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "0") long after) {
        frame.operating();
        return templates.page("staffQuestions", page(frame, slug, after, Map.of(), null));
    }

    @PostMapping("/operator/launches/{slug}/topics")
    View open(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String chinese) {
        var title = Map.of("en", english.strip(), "zh", chinese.strip());
        return act(frame, slug, Map.of(), operator -> rounds.open(slug, title, operator));
    }

    @PostMapping("/operator/launches/{slug}/questions/topic")
    View group(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "0") long topic,
            @RequestParam(required = false) @Nullable List<Long> question) {
        var chosen = question == null ? List.<Long>of() : question;
        return act(frame, slug, Map.of(), operator -> rounds.group(slug, topic, chosen, operator));
    }

    /// Every topic whose answer was filled in is part of the round.
    @PostMapping("/operator/launches/{slug}/rounds")
    View publish(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        frame.operating();
        var typed = new HashMap<String, String>();
        form.forEach((field, text) -> typed.put(field, ReviewPages.said(text)));
        typed.remove("_csrf");
        return act(frame, slug, typed, operator -> rounds.publish(draft(slug, typed), operator));
    }

    private View act(Frame frame, String slug, Map<String, String> typed, Act act) {
        var operator = frame.operating();
        try {
            act.as(operator);
            return SeeOther.to("/operator/launches/" + slug + "/questions");
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID, CONFLICT -> {
                    var words = frame.words();
                    var notice = Notice.of(
                            words.say("desk.round.refused"), words.say("desk.round.refused." + refused.code()));
                    var here = frame.at("/operator/launches/" + slug + "/questions");
                    yield templates.refusal(
                            "staffQuestions",
                            page(here, slug, 0, typed, notice),
                            refused.kind() == Problem.Kind.INVALID ? 422 : 409);
                }
                case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
            };
        }
    }

    private RoundDraft draft(String slug, Map<String, String> typed) {
        var answered = rounds.topics(slug).stream()
                .map(topic -> answer(topic.number(), typed))
                .filter(answer -> answer.text().values().stream().anyMatch(text -> !text.isEmpty()))
                .toList();
        return new RoundDraft(
                slug, (int) number(typed.getOrDefault("round", "0")), typed.getOrDefault("role", ""), answered);
    }

    private static TopicAnswer answer(long topic, Map<String, String> typed) {
        var text = Map.of("en", of(typed, "en", topic), "zh", of(typed, "zh", topic));
        var kind = of(typed, "kind", topic);
        if (kind.isEmpty()) {
            return new TopicAnswer(topic, text, null);
        }
        var said = Map.of("en", of(typed, "rule_en", topic), "zh", of(typed, "rule_zh", topic));
        var day = of(typed, "day", topic);
        try {
            return new TopicAnswer(
                    topic,
                    text,
                    new RuleDraft(
                            LaunchRule.Kind.valueOf(kind),
                            said,
                            day.isEmpty() ? null : LocalDate.parse(day),
                            of(typed, "offer", topic).isEmpty() ? null : of(typed, "offer", topic),
                            position(of(typed, "from", topic)),
                            position(of(typed, "to", topic))));
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            throw new Problem(
                    Problem.Kind.INVALID, "invalid_round", "A rule needs a kind and a day.", List.of(), unreadable);
        }
    }

    private static String of(Map<String, String> typed, String field, long topic) {
        return typed.getOrDefault(field + "_" + topic, "");
    }

    private static @Nullable Long position(String text) {
        return text.isEmpty() ? null : (Long) number(text);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new Problem(Problem.Kind.INVALID, "invalid_round", "A number is none.", List.of(), none);
        }
    }

    private StaffQuestionsPage page(
            Frame frame, String slug, long after, Map<String, String> typed, @Nullable Notice notice) {
        return new StaffQuestionsPage(
                frame,
                launch.look(slug),
                rounds.loose(slug, after, SHOWN),
                rounds.topics(slug),
                rounds.rules(slug),
                roles.of(frame.operating()),
                rounds.next(slug),
                typed,
                SHOWN,
                notice);
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.answer.Draft;
import dev.holdfast.community.answer.Grant;
import dev.holdfast.community.answer.Preview;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishDesk;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the product team answers wishes.
@Controller
class AnswerDeskPages {
    private static final int SHOWN = 100;
    private static final String INBOX = "/operator/answers";

    /// Fields of the composer.
    private static final List<String> FIELDS =
            List.of("role", "decision", "reason_en", "reason_zh", "promisedBy", "after");

    private final Answers answers;
    private final AnswerRoles roles;
    private final WishDesk desk;
    private final Templates templates;

    AnswerDeskPages(Answers answers, AnswerRoles roles, WishDesk desk, Templates templates) {
        this.answers = answers;
        this.roles = roles;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping("/operator/answers")
    Page inbox(
            Frame frame,
            @RequestParam(name = "class", defaultValue = "") String wishClass,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int skip) {
        frame.operating();
        return templates.page("staffAnswers", inbox(frame, wishClass, overdue, skip, null));
    }

    @PostMapping("/operator/answers/roles")
    View role(
            Frame frame,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String chinese) {
        var named = new AnswerRole(role.strip(), Map.of("en", english.strip(), "zh", chinese.strip()));
        return change(frame, operator -> roles.define(named, operator));
    }

    /// @param act `end` when the member signs no more
    @PostMapping("/operator/answers/signers")
    View signer(
            Frame frame,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "false") boolean grants,
            @RequestParam(defaultValue = "") String act) {
        var grant = new Grant(role.strip(), member.strip(), !act.equals("end"), grants);
        return change(frame, operator -> roles.grant(grant, operator));
    }

    private View change(Frame frame, Consumer<String> change) {
        var operator = frame.operating();
        try {
            change.accept(operator);
        } catch (Problem refused) {
            return templates.refusal(
                    "staffAnswers",
                    inbox(frame.at(INBOX), "", false, 0, unfit(frame.words(), refused)),
                    status(refused));
        }
        return SeeOther.to(INBOX);
    }

    /// @param wishClass what is the name of none is no filter
    private StaffAnswersPage inbox(Frame frame, String wishClass, boolean overdue, int skip, @Nullable Notice notice) {
        var classes = desk.classes();
        var only = WishLine.known(wishClass, classes);
        return new StaffAnswersPage(
                frame,
                answers.figures(),
                answers.waiting(only, overdue, skip, SHOWN),
                roles.withSigners(),
                classes,
                only,
                overdue,
                skip,
                SHOWN,
                notice);
    }

    @GetMapping("/operator/wishes/{id}/answer")
    Page compose(Frame frame, @PathVariable String id) {
        frame.operating();
        return templates.page("staffAnswer", page(frame, wish(id), Map.of(), null, null));
    }

    /// @param act `check` asks the rule against boilerplate; `send` gives the answer, unless the rule
    ///     warns; `sure` gives it all the same
    @PostMapping("/operator/wishes/{id}/answer")
    View answer(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "check") String act,
            @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var wish = wish(id);
        var here = frame.at("/operator/wishes/" + wish + "/answer");
        var typed = typed(form);
        try {
            var draft = draft(wish, typed);
            var preview = answers.preview(draft, operator);
            if (act.equals("check") || (preview.fromMold() && !act.equals("sure"))) {
                var page = page(here, wish, typed, preview, null);
                return act.equals("check")
                        ? templates.page("staffAnswer", page)
                        : templates.refusal("staffAnswer", page, 409);
            }
            answers.answer(draft, operator);
            return SeeOther.to(INBOX);
        } catch (Problem refused) {
            return templates.refusal(
                    "staffAnswer", page(here, wish, typed, null, unfit(frame.words(), refused)), status(refused));
        }
    }

    private StaffAnswerPage page(
            Frame frame, WishId wish, Map<String, String> typed, @Nullable Preview preview, @Nullable Notice notice) {
        return new StaffAnswerPage(frame, answers.ofWish(wish), roles.of(frame.operating()), typed, preview, notice);
    }

    private static Map<String, String> typed(Map<String, String> form) {
        var typed = new HashMap<String, String>();
        FIELDS.forEach(field -> typed.put(field, ReviewPages.said(form.getOrDefault(field, ""))));
        return typed;
    }

    /// @throws Problem INVALID when a field is none
    private static Draft draft(WishId wish, Map<String, String> typed) {
        var by = typed.getOrDefault("promisedBy", "");
        var after = typed.getOrDefault("after", "");
        try {
            return new Draft(
                    wish,
                    typed.getOrDefault("role", ""),
                    Decision.valueOf(typed.getOrDefault("decision", "")),
                    Map.of("en", typed.getOrDefault("reason_en", ""), "zh", typed.getOrDefault("reason_zh", "")),
                    by.isEmpty() ? null : LocalDate.parse(by),
                    after.isEmpty() ? null : Integer.valueOf(after));
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            throw new Problem(
                    Problem.Kind.INVALID, "invalid_answer", "Choose a decision and a day.", List.of(), unreadable);
        }
    }

    private static Notice unfit(Words words, Problem refused) {
        return switch (refused.kind()) {
            case INVALID, CONFLICT, FORBIDDEN -> Notice.of(words.say("desk.answer.refused"), why(words, refused));
            case MALFORMED, UNAUTHENTICATED, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
        };
    }

    /// What has to be otherwise, with the names of the fields it is about.
    private static String why(Words words, Problem refused) {
        var why = words.say("desk.answer.refused." + refused.code());
        var where = refused.faults().stream().map(Problem.Fault::where).collect(Collectors.joining(", "));
        return where.isEmpty() ? why : words.say("desk.answer.refused.where", why, where);
    }

    private static int status(Problem refused) {
        return switch (refused.kind()) {
            case INVALID -> 422;
            case FORBIDDEN -> 403;
            default -> 409;
        };
    }

    private static WishId wish(String id) {
        return WishId.parse(id)
                .orElseThrow(
                        () -> new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish with such an id."));
    }
}

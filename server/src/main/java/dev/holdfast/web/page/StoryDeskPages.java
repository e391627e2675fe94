package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.story.Ruling;
import dev.holdfast.community.story.Stories;
import dev.holdfast.community.story.Stories.Which;
import dev.holdfast.community.story.StoryDesk;
import dev.holdfast.community.story.StoryTerms;
import dev.holdfast.kernel.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where stories are moderated, where they are used is written down, and terms are published.
@Controller
class StoryDeskPages {
    private static final String ALL = "/operator/stories";
    private static final String ONE = ALL + "/{number}";
    private static final int SHOWN = 50;

    private final Stories stories;
    private final StoryDesk desk;
    private final AnswerRoles roles;
    private final Templates templates;

    StoryDeskPages(Stories stories, StoryDesk desk, AnswerRoles roles, Templates templates) {
        this.stories = stories;
        this.desk = desk;
        this.roles = roles;
        this.templates = templates;
    }

    /// Whatever was sent to one of the forms.
    private interface Act {
        void as(String operator, Typed typed);
    }

    @GetMapping(ALL)
    Page all(
            Frame frame,
            @RequestParam(defaultValue = "waiting") String which,
            @RequestParam(defaultValue = "0") long before) {
        frame.operating();
        return templates.page("staffStories", page(frame, which(which), before, Typed.NOTHING, null));
    }

    private static Which which(String word) {
        return Arrays.stream(Which.values())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Which.WAITING);
    }

    @PostMapping(ALL + "/terms")
    View publish(Frame frame, @RequestParam Map<String, String> form) {
        return act(
                frame,
                form,
                (operator, typed) -> desk.publish(
                        new StoryTerms(
                                0,
                                typed.texts("uses"),
                                typed.texts("places"),
                                typed.number("months"),
                                typed.texts("text"),
                                Instant.EPOCH),
                        operator));
    }

    @PostMapping(ONE + "/decision")
    View decide(Frame frame, @PathVariable long number, @RequestParam Map<String, String> form) {
        return act(
                frame,
                form,
                (operator, typed) -> desk.decide(
                        number,
                        new Ruling(typed.text("role"), typed.is("act", "show"), typed.texts("reason")),
                        operator));
    }

    @PostMapping(ONE + "/uses")
    View use(Frame frame, @PathVariable long number, @RequestParam Map<String, String> form) {
        return act(frame, form, (operator, typed) -> desk.use(number, typed.text("place"), operator));
    }

    @PostMapping(ONE + "/uses/{use}/end")
    View end(Frame frame, @PathVariable long number, @PathVariable int use, @RequestParam Map<String, String> form) {
        return act(frame, form, (operator, typed) -> desk.end(number, use, operator));
    }

    private View act(Frame frame, Map<String, String> form, Act act) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        var which = which(typed.text("which"));
        try {
            act.as(operator, typed);
            return SeeOther.to(StaffStoriesPage.address(which));
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "story.refused", refused);
            var here = frame.at(StaffStoriesPage.address(which));
            return templates.refusal("staffStories", page(here, which, 0, typed, notice), Typed.status(refused));
        }
    }

    private StaffStoriesPage page(Frame frame, Which which, long before, Typed typed, @Nullable Notice notice) {
        return new StaffStoriesPage(
                frame,
                which,
                desk.files(which, before < 1 ? Long.MAX_VALUE : before, SHOWN),
                desk.files(Which.TO_END, Long.MAX_VALUE, SHOWN),
                roles.of(frame.operating()),
                stories.terms().orElse(null),
                SHOWN,
                typed,
                notice);
    }
}

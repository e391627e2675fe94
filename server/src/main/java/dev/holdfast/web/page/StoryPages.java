package dev.holdfast.web.page;

import dev.holdfast.community.story.Stories;
import dev.holdfast.community.story.Told;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Stories for everybody, and for the owners who tell them.
@Controller
class StoryPages {
    private static final String OWN = "/account/stories";
    private static final int SHOWN = 20;

    private final Stories stories;
    private final Launch launch;
    private final Aliases aliases;
    private final Templates templates;

    StoryPages(Stories stories, Launch launch, Aliases aliases, Templates templates) {
        this.stories = stories;
        this.launch = launch;
        this.aliases = aliases;
        this.templates = templates;
    }

    @GetMapping("/stories")
    Page all(Frame frame, @RequestParam(defaultValue = "0") long before) {
        var page = stories.shown("", before < 1 ? Long.MAX_VALUE : before, SHOWN);
        return templates.page(
                "stories", new StoriesPage(frame, page, SHOWN, CouncilPages.alias(frame.words(), aliases)));
    }

    @GetMapping(OWN)
    Page own(Frame frame) {
        return templates.page("myStories", page(frame, Typed.NOTHING, null));
    }

    @PostMapping(OWN)
    View tell(Frame frame, @RequestParam Map<String, String> form) {
        var member = frame.asker().member();
        var typed = Typed.of(form);
        return after(frame, typed, () -> {
            var order = OrderId.parse(typed.text("order"))
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.INVALID, "invalid_request", "An order is named by its id.", List.of()));
            var language = frame.words() == Words.CHINESE ? "zh" : "en";
            int agreed = typed.is("agreed", "true") ? typed.number("terms") : 0;
            stories.tell(member, new Told(order, language, typed.text("title"), typed.text("text"), agreed));
        });
    }

    @PostMapping(OWN + "/{number}/withdrawal")
    View withdraw(Frame frame, @PathVariable long number) {
        var member = frame.asker().member();
        return after(frame, Typed.NOTHING, () -> stories.withdraw(number, member));
    }

    @PostMapping(OWN + "/{number}/grant")
    View grant(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "0") int terms) {
        var member = frame.asker().member();
        return after(frame, Typed.NOTHING, () -> stories.grant(number, member, terms));
    }

    @PostMapping(OWN + "/{number}/appeal")
    View appeal(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "") String text) {
        var member = frame.asker().member();
        return after(frame, Typed.NOTHING, () -> stories.appeal(number, member, ReviewPages.said(text)));
    }

    private View after(Frame frame, Typed typed, Runnable act) {
        try {
            act.run();
            return SeeOther.to(OWN);
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "story.refused", refused);
            return templates.refusal("myStories", page(frame.at(OWN), typed, notice), Typed.status(refused));
        }
    }

    private MyStoriesPage page(Frame frame, Typed typed, @Nullable Notice notice) {
        var member = frame.asker().member();
        var owned = launch.ordersOf(member).stream()
                .filter(order -> order.state() == OrderState.DELIVERED)
                .toList();
        return new MyStoriesPage(frame, stories.of(member), stories.terms().orElse(null), owned, typed, notice);
    }
}

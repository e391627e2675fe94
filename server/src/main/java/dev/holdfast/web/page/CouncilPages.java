package dev.holdfast.web.page;

import dev.holdfast.community.council.Councils;
import dev.holdfast.community.council.Spoken;
import dev.holdfast.community.council.SuggestionId;
import dev.holdfast.community.council.Suggestions;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.kernel.Problem;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Councils for everybody, and for those who sit in them.
@Controller
class CouncilPages {
    private static final int OVERDUE = 20;

    private final Councils councils;
    private final Suggestions suggestions;
    private final Aliases aliases;
    private final Templates templates;
    private final InstantSource clock;

    CouncilPages(
            Councils councils, Suggestions suggestions, Aliases aliases, Templates templates, InstantSource clock) {
        this.councils = councils;
        this.suggestions = suggestions;
        this.aliases = aliases;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/councils")
    Page all(Frame frame) {
        var overdue = suggestions.tracked(Suggestions.Which.OVERDUE, 0, OVERDUE);
        return templates.page("councils", new CouncilsPage(frame, councils.all(), overdue));
    }

    @GetMapping("/councils/{slug}")
    Page look(Frame frame, @PathVariable String slug) {
        return templates.page("council", page(frame, slug, Typed.NOTHING, null));
    }

    @PostMapping("/councils/{slug}/suggestions")
    View bring(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        var member = frame.asker().member();
        var typed = Typed.of(form);
        try {
            var spoken =
                    new Spoken(frame.words() == Words.CHINESE ? "zh" : "en", typed.text("title"), typed.text("text"));
            var brought = suggestions.bring(slug, member, spoken);
            return SeeOther.to(CouncilWords.address(brought));
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "council.refused", refused);
            var here = frame.at("/councils/" + slug);
            return templates.refusal("council", page(here, slug, typed, notice), Typed.status(refused));
        }
    }

    @GetMapping("/councils/{slug}/{number}")
    Page suggestion(Frame frame, @PathVariable String slug, @PathVariable int number) {
        var id = new SuggestionId(slug, number);
        var page = new SuggestionPage(
                frame, councils.look(slug), suggestions.look(id), suggestions.steps(id), alias(frame.words(), aliases));
        return templates.page("suggestion", page);
    }

    private CouncilPage page(Frame frame, String slug, Typed typed, @Nullable Notice notice) {
        var council = councils.look(slug);
        var member = frame.member();
        boolean over = today().isAfter(council.definition().heldOn());
        boolean seated = member != null && !over && councils.seat(slug, member).isPresent();
        return new CouncilPage(
                frame,
                council,
                councils.seats(slug),
                suggestions.of(slug),
                alias(frame.words(), aliases),
                seated,
                typed,
                notice);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Whoever was erased has none.
    static Function<String, String> alias(Words words, Aliases aliases) {
        return member -> aliases.of(member).orElseGet(() -> words.say("council.left"));
    }
}

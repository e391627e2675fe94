package dev.holdfast.web.page;

import dev.holdfast.community.merge.Merge;
import dev.holdfast.community.merge.MergeProposal;
import dev.holdfast.community.merge.MergeSuggestions;
import dev.holdfast.community.merge.Merges;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the product team proposes that one wish stands for another, and takes it back.
@Controller
class MergeDeskPages {
    private static final String ALL = StaffMergesPage.ADDRESS;
    private static final String OF_WISH = "/operator/wishes/{id}/merge";
    private static final int SHOWN = 50;

    private final Merges merges;
    private final MergeSuggestions suggestions;
    private final MergeLines lines;
    private final Tallies tallies;
    private final Wishes wishes;
    private final ChainMaker maker;
    private final Templates templates;

    MergeDeskPages(
            Merges merges,
            MergeSuggestions suggestions,
            MergeLines lines,
            Tallies tallies,
            Wishes wishes,
            ChainMaker maker,
            Templates templates) {
        this.merges = merges;
        this.suggestions = suggestions;
        this.lines = lines;
        this.tallies = tallies;
        this.wishes = wishes;
        this.maker = maker;
        this.templates = templates;
    }

    /// @param before the number of the last one seen
    @GetMapping(ALL)
    Page all(
            Frame frame,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        frame.operating();
        return templates.page("staffMerges", list(frame, all, before, "", null));
    }

    private StaffMergesPage list(Frame frame, boolean all, long before, String number, @Nullable Notice notice) {
        var page = merges.page(!all, before, SHOWN);
        var found = wishes.some(page.stream()
                .flatMap(merge -> Stream.of(merge.source(), merge.target()))
                .distinct()
                .toList());
        var rows = page.stream()
                .map(merge -> new StaffMergesPage.Row(merge, of(found, merge.source()), of(found, merge.target())))
                .toList();
        return new StaffMergesPage(frame, rows, all, SHOWN, number, notice);
    }

    private Wish of(List<Wish> found, WishId id) {
        return found.stream().filter(wish -> wish.id().equals(id)).findFirst().orElseGet(() -> wishes.find(id));
    }

    /// Leads to the page of a wish by its number, as people know it.
    @GetMapping(ALL + "/find")
    View find(Frame frame, @RequestParam(defaultValue = "") String number) {
        frame.operating();
        try {
            return SeeOther.to(StaffMergesPage.address(maker.wish(number.strip())));
        } catch (Problem unknown) {
            var notice = Notice.of(
                    frame.words().say("desk.merge.refused"), frame.words().say("desk.merge.unknown"));
            return templates.refusal(
                    "staffMerges", list(frame.at(ALL), false, Long.MAX_VALUE, number.strip(), notice), 404);
        }
    }

    /// @param before the number of the last merge seen
    @GetMapping(OF_WISH)
    Page begin(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        frame.operating();
        return templates.page("staffMerge", page(frame, maker.wish(id), before, Typed.NOTHING, null));
    }

    @PostMapping(OF_WISH)
    View propose(Frame frame, @PathVariable String id, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var wish = maker.wish(id);
        return act(frame, wish, form, typed -> {
            var proposal = new MergeProposal(wish.id(), target(typed), typed.text("reason"), typed.number("days"));
            merges.propose(proposal, operator);
        });
    }

    /// The one that was picked, or the one whose number was typed.
    private WishId target(Typed typed) {
        var named = typed.text("other").isEmpty() ? typed.text("into") : typed.text("other");
        try {
            return maker.wish(named).id();
        } catch (Problem unknown) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "'into' names no wish.",
                    List.of(new Fault("into", null, "names no wish")),
                    unknown);
        }
    }

    @PostMapping(ALL + "/{number}/undo")
    View undo(Frame frame, @PathVariable long number, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        Merge merge = merges.find(number);
        return act(
                frame, wishes.find(merge.source()), form, typed -> merges.undo(number, typed.text("undo"), operator));
    }

    private interface Act {
        void with(Typed typed);
    }

    private View act(Frame frame, Wish wish, Map<String, String> form, Act act) {
        var typed = Typed.of(form);
        var address = StaffMergesPage.address(wish);
        try {
            act.with(typed);
            return SeeOther.to(address);
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "desk.merge.refused", refused);
            var page = page(frame.at(address), wishes.find(wish.id()), Long.MAX_VALUE, typed, notice);
            return templates.refusal("staffMerge", page, Typed.status(refused));
        }
    }

    private StaffMergePage page(Frame frame, Wish wish, long before, Typed typed, @Nullable Notice notice) {
        var candidates = wish.state().waits() ? suggestions.to(wish.id()) : List.<Wish>of();
        return new StaffMergePage(
                frame,
                counted(wish),
                candidates.stream().map(this::counted).toList(),
                lines.of(frame, wish, before),
                typed,
                notice);
    }

    private StaffMergePage.Counted counted(Wish wish) {
        return new StaffMergePage.Counted(
                wish,
                tallies.of(wish.id(), Long.MAX_VALUE, 1).stream().findFirst().orElse(null));
    }
}

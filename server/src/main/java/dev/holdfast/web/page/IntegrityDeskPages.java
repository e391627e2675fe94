package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Appeal;
import dev.holdfast.community.integrity.Appeals;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.integrity.VoteWatch;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.integrity.WatchedWish;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where votes are looked after: evidence wish by wish, both counts, and objections that wait for a decision.
@Controller
class IntegrityDeskPages {
    private static final String ALL = StaffVotesPage.ADDRESS;
    private static final String ONE = ALL + "/{id}";
    private static final int SHOWN = 25;
    private static final int LINES = 100;

    private final Integrity integrity;
    private final VoteWatch watch;
    private final Appeals appeals;
    private final Tallies tallies;
    private final Wishes wishes;
    private final ChainMaker maker;
    private final Templates templates;

    IntegrityDeskPages(
            Integrity integrity,
            VoteWatch watch,
            Appeals appeals,
            Tallies tallies,
            Wishes wishes,
            ChainMaker maker,
            Templates templates) {
        this.integrity = integrity;
        this.watch = watch;
        this.appeals = appeals;
        this.tallies = tallies;
        this.wishes = wishes;
        this.maker = maker;
        this.templates = templates;
    }

    /// @param before the number of the last objection seen
    /// @param skip   wishes
    @GetMapping(ALL)
    Page all(
            Frame frame,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "0") int skip) {
        frame.operating();
        return templates.page("staffVotes", room(frame, all, before, skip, Typed.NOTHING, null));
    }

    @PostMapping(ALL + "/weights")
    View weigh(Frame frame, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            integrity.weigh(weights(typed), operator);
            return SeeOther.to(ALL + "#rule");
        } catch (Problem refused) {
            return refuse(frame, typed, refused);
        }
    }

    private static VoteWeights weights(Typed typed) {
        return new VoteWeights(
                0,
                typed.number("newAccount"),
                typed.number("newAccountHours"),
                typed.number("device"),
                typed.number("deviceVoters"),
                typed.number("network"),
                typed.number("networkVoters"),
                typed.number("burst"),
                typed.number("burstVotes"),
                Instant.EPOCH);
    }

    /// Lifts it only where that very button was pressed.
    @PostMapping(ALL + "/appeals/{number}")
    View decide(Frame frame, @PathVariable long number, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            var decided = appeals.decide(number, typed.is("act", "lift"), typed.text("reason"), operator);
            return SeeOther.to(typed.text("from").isEmpty() ? ALL : ALL + "/" + decided.wish());
        } catch (Problem refused) {
            return refuse(frame, typed, refused);
        }
    }

    private View refuse(Frame frame, Typed typed, Problem refused) {
        var notice = Typed.refused(frame.words(), "desk.votes.refused", refused);
        var page = room(frame.at(ALL), false, Long.MAX_VALUE, 0, typed, notice);
        return templates.refusal("staffVotes", page, Typed.status(refused));
    }

    private StaffVotesPage room(Frame frame, boolean all, long before, int skip, Typed typed, @Nullable Notice notice) {
        return new StaffVotesPage(
                frame,
                of(appeals.page(!all, before, SHOWN)),
                all,
                rows(watch.page(skip, SHOWN)),
                integrity.weights(),
                skip,
                SHOWN,
                typed,
                notice);
    }

    private List<StaffVotesPage.Row> rows(List<WatchedWish> watched) {
        var found = found(watched.stream().map(WatchedWish::wish).toList());
        return watched.stream()
                .map(one -> new StaffVotesPage.Row(wish(found, one.wish()), one, latest(one.wish())))
                .toList();
    }

    private List<StaffAppeal> of(List<Appeal> page) {
        var found = found(page.stream().map(Appeal::wish).distinct().toList());
        return page.stream()
                .map(one ->
                        new StaffAppeal(one, wish(found, one.wish()), integrity.standing(one.wish(), one.position())))
                .toList();
    }

    private Map<WishId, Wish> found(List<WishId> ids) {
        return wishes.some(ids).stream().collect(Collectors.toMap(Wish::id, Function.identity()));
    }

    private Wish wish(Map<WishId, Wish> found, WishId id) {
        var wish = found.get(id);
        return wish == null ? wishes.find(id) : wish;
    }

    private @Nullable Tally latest(WishId wish) {
        return tallies.of(wish, Long.MAX_VALUE, 1).stream().findFirst().orElse(null);
    }

    /// @param after the last line of evidence seen
    @GetMapping(ONE)
    Page look(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "0") int after) {
        frame.operating();
        var wish = maker.wish(id);
        int length = integrity.length(wish.id());
        int upTo = (int) Math.min(length, Math.max(0, after) + (long) LINES);
        return templates.page(
                "staffVote",
                new StaffVotePage(
                        frame,
                        wish,
                        watch.look(wish.id()),
                        integrity.weights(),
                        latest(wish.id()),
                        of(appeals.of(wish.id())),
                        integrity.page(wish.id(), after, upTo),
                        length,
                        Typed.NOTHING,
                        null));
    }

    @PostMapping(ONE + "/counts")
    View count(Frame frame, @PathVariable String id) {
        var operator = frame.operating();
        var wish = maker.wish(id).id();
        tallies.publish(wish, operator);
        return SeeOther.to(ALL + "/" + wish);
    }
}

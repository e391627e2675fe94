package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Appeals;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.merge.MergeAnswers;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.WishDesk;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What becomes of votes once they are cast: how they were counted, whether they may move, and what a member says to
/// what is noticed of theirs.
@Controller
class WishVotePages {
    private static final String WISH = "/wishes/{id}";
    private static final int SHOWN = 20;

    private final Tallies tallies;
    private final Integrity integrity;
    private final MergeAnswers answers;
    private final Appeals appeals;
    private final WishDesk desk;
    private final ChainMaker maker;
    private final WishActs acts;
    private final Templates templates;

    WishVotePages(
            Tallies tallies,
            Integrity integrity,
            MergeAnswers answers,
            Appeals appeals,
            WishDesk desk,
            ChainMaker maker,
            WishActs acts,
            Templates templates) {
        this.tallies = tallies;
        this.integrity = integrity;
        this.answers = answers;
        this.appeals = appeals;
        this.desk = desk;
        this.maker = maker;
        this.acts = acts;
        this.templates = templates;
    }

    /// @param before the number of the last total seen
    @GetMapping(WISH + "/votes")
    Page look(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var wish = maker.wish(id);
        var page = tallies.of(wish.id(), before, SHOWN);
        var weights = page.isEmpty() ? integrity.weights() : tallies.weights(page.getFirst());
        var line = WishLine.of(wish, desk.classes(), frame.words());
        return templates.page("wishVotes", new WishVotesPage(frame, line, page, weights, SHOWN));
    }

    /// @param agrees whether the reader's vote may move; what is no yes moves nothing
    @PostMapping(WISH + "/merges/{number}")
    View answer(
            Frame frame,
            @PathVariable String id,
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean agrees) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> answers.answer(number, member, agrees));
    }

    @PostMapping(WISH + "/appeal")
    View appeal(Frame frame, @PathVariable String id, @RequestParam Map<String, String> form) {
        var member = frame.asker().member();
        var typed = Typed.of(form);
        return acts.act(frame, id, typed, wish -> appeals.appeal(wish, member, typed.text("objection")));
    }
}

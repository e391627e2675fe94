package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page of one wish, and what a member does about it.
@Controller
class WishActPages {
    private static final String WISH = "/wishes/{id}";

    private final Wishes wishes;
    private final WishVotes votes;
    private final Integrity integrity;
    private final Networks networks;
    private final WishTalk talk;
    private final ChainMaker maker;
    private final Templates templates;

    WishActPages(
            Wishes wishes,
            WishVotes votes,
            Integrity integrity,
            Networks networks,
            WishTalk talk,
            ChainMaker maker,
            Templates templates) {
        this.wishes = wishes;
        this.votes = votes;
        this.integrity = integrity;
        this.networks = networks;
        this.talk = talk;
        this.maker = maker;
        this.templates = templates;
    }

    /// @param id    the wish's, or its number as people write it
    /// @param after the number of the last comment seen
    @GetMapping(WISH)
    Page look(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "0") int after) {
        return templates.page("wish", maker.page(frame, maker.wish(id), after, "", null));
    }

    @PostMapping(WISH + "/support")
    View support(Frame frame, @PathVariable String id, HttpServletRequest request) {
        var member = frame.asker().member();
        return after(frame, id, "", wish -> {
            votes.vote(wish, member);
            integrity.voted(wish, member, DeviceCookie.known(request), networks.of(request));
        });
    }

    @PostMapping(WISH + "/support/withdraw")
    View takeBack(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return after(frame, id, "", wish -> votes.withdraw(wish, member));
    }

    @PostMapping(WISH + "/follow")
    View follow(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return after(frame, id, "", wish -> talk.follow(wish, member));
    }

    @PostMapping(WISH + "/follow/withdraw")
    View unfollow(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return after(frame, id, "", wish -> talk.unfollow(wish, member));
    }

    @PostMapping(WISH + "/comments")
    View say(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String text) {
        var member = frame.asker().member();
        var said = ReviewPages.said(text);
        return after(frame, id, said, wish -> talk.say(wish, member, said));
    }

    @PostMapping(WISH + "/comments/{number}/remove")
    View remove(Frame frame, @PathVariable String id, @PathVariable int number) {
        var member = frame.asker().member();
        return after(frame, id, "", wish -> talk.remove(wish, number, member));
    }

    /// What somebody else said, for everybody's sake.
    @PostMapping("/operator/wishes/{id}/comments/{number}/remove")
    View takeDown(Frame frame, @PathVariable String id, @PathVariable int number) {
        var operator = frame.operating();
        return after(frame, id, "", wish -> talk.takeDown(wish, number, operator));
    }

    @PostMapping(WISH + "/withdraw")
    View withdraw(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return after(frame, id, "", wish -> wishes.withdraw(wish, member));
    }

    /// What a reader does about one wish.
    private interface Act {
        void on(WishId wish);
    }

    /// Back to the wish's page, which then says how things stand, or why nothing was done.
    private View after(Frame frame, String id, String typed, Act act) {
        var wish = maker.wish(id).id();
        try {
            act.on(wish);
            return SeeOther.to("/wishes/" + wish);
        } catch (Problem refused) {
            var notice = notice(frame.words(), refused);
            var page = maker.page(frame.at("/wishes/" + wish), wishes.find(wish), 0, typed, notice);
            return templates.refusal("wish", page, PageProblems.status(refused));
        }
    }

    /// @throws Problem when it is none that a reader can meet in the ordinary course
    static Notice notice(Words words, Problem refused) {
        return switch (refused.kind()) {
            case INVALID, CONFLICT -> {
                var text = words.sayOrQuote("wish.refused.", refused.code());
                var mine = new Notice.Link(words.say("wish.mine"), "/wishes/mine");
                yield refused.code().equals("votes_spent") || refused.code().equals("too_many_wishes")
                        ? Notice.of(words.say("wish.refused"), text, mine)
                        : Notice.of(words.say("wish.refused"), text);
            }
            case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
        };
    }
}

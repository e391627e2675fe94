package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
    private final WishActs acts;
    private final Templates templates;

    WishActPages(
            Wishes wishes,
            WishVotes votes,
            Integrity integrity,
            Networks networks,
            WishTalk talk,
            ChainMaker maker,
            WishActs acts,
            Templates templates) {
        this.wishes = wishes;
        this.votes = votes;
        this.integrity = integrity;
        this.networks = networks;
        this.talk = talk;
        this.maker = maker;
        this.acts = acts;
        this.templates = templates;
    }

    /// @param id    the wish's, or its number as people write it
    /// @param after the number of the last comment seen
    @GetMapping(WISH)
    Page look(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "0") int after) {
        return templates.page("wish", maker.page(frame, maker.wish(id), after, Typed.NOTHING, null));
    }

    @PostMapping(WISH + "/support")
    View support(Frame frame, @PathVariable String id, HttpServletRequest request) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> {
            votes.vote(wish, member);
            integrity.voted(wish, member, DeviceCookie.known(request), networks.of(request));
        });
    }

    @PostMapping(WISH + "/support/withdraw")
    View takeBack(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> votes.withdraw(wish, member));
    }

    @PostMapping(WISH + "/follow")
    View follow(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> talk.follow(wish, member));
    }

    @PostMapping(WISH + "/follow/withdraw")
    View unfollow(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> talk.unfollow(wish, member));
    }

    @PostMapping(WISH + "/comments")
    View say(Frame frame, @PathVariable String id, @RequestParam Map<String, String> form) {
        var member = frame.asker().member();
        var typed = Typed.of(form);
        return acts.act(frame, id, typed, wish -> talk.say(wish, member, typed.text("text")));
    }

    @PostMapping(WISH + "/comments/{number}/remove")
    View remove(Frame frame, @PathVariable String id, @PathVariable int number) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> talk.remove(wish, number, member));
    }

    /// What somebody else said, for everybody's sake.
    @PostMapping("/operator/wishes/{id}/comments/{number}/remove")
    View takeDown(Frame frame, @PathVariable String id, @PathVariable int number) {
        var operator = frame.operating();
        return acts.act(frame, id, wish -> talk.takeDown(wish, number, operator));
    }

    @PostMapping(WISH + "/withdraw")
    View withdraw(Frame frame, @PathVariable String id) {
        var member = frame.asker().member();
        return acts.act(frame, id, wish -> wishes.withdraw(wish, member));
    }
}

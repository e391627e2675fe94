package dev.holdfast.web.page;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// What a reader does about one wish: it ends on the wish's page, which then says how things stand, or why nothing was
/// done.
@Component
class WishActs {
    private final Wishes wishes;
    private final ChainMaker maker;
    private final Templates templates;

    WishActs(Wishes wishes, ChainMaker maker, Templates templates) {
        this.wishes = wishes;
        this.maker = maker;
        this.templates = templates;
    }

    interface Act {
        void on(WishId wish);
    }

    View act(Frame frame, String id, Act act) {
        return act(frame, id, Typed.NOTHING, act);
    }

    /// @param id    the wish's, or its number as people write it
    /// @param typed what a refused form comes back with
    View act(Frame frame, String id, Typed typed, Act act) {
        var wish = maker.wish(id).id();
        try {
            act.on(wish);
            return SeeOther.to("/wishes/" + wish);
        } catch (Problem refused) {
            var page = maker.page(
                    frame.at("/wishes/" + wish), wishes.find(wish), 0, typed, notice(frame.words(), refused));
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

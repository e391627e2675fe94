package dev.holdfast.web.page;

import dev.holdfast.community.wish.Standing;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishClass;
import java.util.List;

/// What the reader has going among wishes.
///
/// @param asked   where their votes may move, if they agree
/// @param lighter those of their votes of which something is noticed
record MyWishesPage(
        Frame frame,
        List<WishClass> classes,
        Standing standing,
        List<MergeLine> asked,
        List<LighterVote> lighter,
        List<Wish> proposed,
        List<Wish> supported,
        List<Wish> followed) {
    MyWishesPage {
        classes = List.copyOf(classes);
        asked = List.copyOf(asked);
        lighter = List.copyOf(lighter);
        proposed = List.copyOf(proposed);
        supported = List.copyOf(supported);
        followed = List.copyOf(followed);
    }

    Words words() {
        return frame.words();
    }

    List<WishLine> lines(List<Wish> wishes) {
        return WishLine.of(wishes, classes, words());
    }

    String budget() {
        return budget(words(), standing);
    }

    static String budget(Words words, Standing standing) {
        var left = words.number(standing.votesLeft());
        return words.say("wish.budget", left, words.number(standing.rules().liveVotes()));
    }
}

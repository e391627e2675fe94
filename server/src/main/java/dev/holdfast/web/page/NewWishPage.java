package dev.holdfast.web.page;

import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a wish is written, with those beside it that say something like it.
///
/// @param typed   what the form holds
/// @param similar what was found for that; empty: nothing, or nobody looked
record NewWishPage(
        Frame frame,
        List<WishClass> classes,
        Proposal typed,
        List<Wish> similar,
        @Nullable Notice notice) {
    NewWishPage {
        classes = List.copyOf(classes);
        similar = List.copyOf(similar);
    }

    Words words() {
        return frame.words();
    }

    String name(WishClass wishClass) {
        return words().say(
                        "wish.class",
                        WishLine.name(wishClass, words()),
                        words().count("span.days", wishClass.answerDays()));
    }

    List<WishLine> lines() {
        return WishLine.of(similar, classes, words());
    }
}

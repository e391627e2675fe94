package dev.holdfast.community.merge;

import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import java.util.List;

/// Which wishes the product team might merge. Nothing is done before it proposes one and supporters agree.
public final class MergeSuggestions {
    private final Wishes wishes;
    private final SimilarWishes similar;

    MergeSuggestions(Wishes wishes, SimilarWishes similar) {
        this.wishes = wishes;
        this.similar = similar;
    }

    /// Those that say what a wish says and wait for an answer, too; the nearest first.
    ///
    /// @throws Problem UNKNOWN
    public List<Wish> to(WishId source) {
        Wish wish = wishes.find(source);
        String text = wish.title() + "\n" + wish.text();
        return similar
                .to(text.substring(0, Math.min(text.length(), SimilarWishes.MAX_TEXT)), SimilarWishes.MAX_FOUND)
                .stream()
                .filter(other -> !other.id().equals(source) && other.state().waits())
                .toList();
    }
}

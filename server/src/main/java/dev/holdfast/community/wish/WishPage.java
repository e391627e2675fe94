package dev.holdfast.community.wish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some wishes of a list.
///
/// @param next leads to those after them; null: there are none
public record WishPage(List<Wish> wishes, @Nullable String next) {
    public WishPage {
        wishes = List.copyOf(wishes);
    }
}

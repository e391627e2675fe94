package dev.holdfast.web.page;

import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishClass;
import dev.holdfast.community.wish.WishQuery;
import dev.holdfast.community.wish.WishState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Wishes as everybody sees them: in an order, of a class and a state, or nearest to some words.
///
/// @param words what was searched for; empty: the list
/// @param next  of the list; null: there are no more
record WishesPage(
        Frame frame,
        WishQuery query,
        String words,
        List<WishClass> classes,
        List<Wish> wishes,
        @Nullable String next,
        Figures figures) {
    /// The orders that a fan is offered; what is due first is for those who answer.
    static final List<WishQuery.Order> ORDERS =
            List.of(WishQuery.Order.MOST_SUPPORTED, WishQuery.Order.NEWEST, WishQuery.Order.DECIDED);

    /// The states that a fan is offered.
    static final List<WishState> STATES = List.of(WishState.OPEN, WishState.ANSWERED, WishState.REOPENED);

    WishesPage {
        classes = List.copyOf(classes);
        wishes = List.copyOf(wishes);
    }

    Words said() {
        return frame.words();
    }

    List<WishLine> lines() {
        return WishLine.of(wishes, classes, said());
    }

    AnswerBoardPage board() {
        return new AnswerBoardPage(frame, figures, List.of(), 0, 1);
    }

    boolean searched() {
        return !words.isEmpty();
    }

    boolean narrowed() {
        return query.wishClass() != null || query.state() != null;
    }

    /// The same class in another order. A state is kept only where it can have any.
    String address(WishQuery.Order order) {
        return address(order, order == WishQuery.Order.DECIDED ? null : query.state(), null);
    }

    @Nullable
    String further() {
        return next == null ? null : address(query.order(), query.state(), next);
    }

    private String address(WishQuery.Order order, @Nullable WishState state, @Nullable String after) {
        var wishClass = query.wishClass();
        return "/wishes?order=" + word(order)
                + (wishClass == null ? "" : "&class=" + URLEncoder.encode(wishClass, StandardCharsets.UTF_8))
                + (state == null ? "" : "&state=" + word(state))
                + (after == null ? "" : "&after=" + after);
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

package dev.holdfast.community.export;

import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands in one of the files.
interface Sheet {
    List<String> columns();

    /// What there is to say of some wishes, in their order, with a value for each column.
    List<List<String>> rows(List<Wish> wishes);

    static List<WishId> ids(List<Wish> wishes) {
        return wishes.stream().map(Wish::id).toList();
    }

    /// As interfaces write it: small letters.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Nothing where there is none.
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

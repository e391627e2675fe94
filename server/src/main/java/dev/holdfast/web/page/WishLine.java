package dev.holdfast.web.page;

import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishClass;
import dev.holdfast.community.wish.WishState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One wish where there are many of them: how it stands, in a word and in a line.
record WishLine(Wish wish, @Nullable WishClass wishClass, Words words) {
    static WishLine of(Wish wish, List<WishClass> classes, Words words) {
        var its = classes.stream()
                .filter(one -> one.name().equals(wish.wishClass()))
                .findFirst()
                .orElse(null);
        return new WishLine(wish, its, words);
    }

    static List<WishLine> of(List<Wish> wishes, List<WishClass> classes, Words words) {
        return wishes.stream().map(wish -> of(wish, classes, words)).toList();
    }

    /// Known by its number once its words are gone.
    String title() {
        return wish.title().isEmpty() ? words.say("wish.number", words.number(wish.number())) : wish.title();
    }

    String address() {
        return "/wishes/" + wish.id();
    }

    /// What was decided, where something was; otherwise what is waited for.
    String standing() {
        var decision = wish.decision();
        return wish.state() == WishState.ANSWERED && decision != null
                ? words.say("answer.decision." + decision)
                : words.say("wish.state." + wish.state());
    }

    /// How the badge is painted: what is done plainly, what waits in the colour of waiting.
    String badge() {
        return switch (wish.state()) {
            case OPEN, REOPENED -> "scheduled";
            case MERGED, WITHDRAWN -> "closed";
            case ANSWERED -> answered();
        };
    }

    private String answered() {
        var decision = wish.decision();
        if (decision == null) {
            return "closed";
        }
        return switch (decision) {
            case ACCEPTED, ACCEPTED_IN_PART, EXISTS_ALREADY -> "open";
            case LATER, NEEDS_MORE -> "scheduled";
            case DECLINED -> "closed";
        };
    }

    String supporters() {
        return words.count("answer.supporters", wish.supporters());
    }

    String about() {
        var named = wishClass;
        var name = named == null ? wish.wishClass() : name(named, words);
        return words.say("wish.about", name, AnswerBoardPage.day(words, wish.at()));
    }

    /// The name of a class; null for what is the name of none.
    static @Nullable String known(String name, List<WishClass> classes) {
        return classes.stream()
                .map(WishClass::name)
                .filter(name::equals)
                .findFirst()
                .orElse(null);
    }

    static String name(WishClass wishClass, Words words) {
        return words == Words.CHINESE ? wishClass.chinese() : wishClass.english();
    }
}

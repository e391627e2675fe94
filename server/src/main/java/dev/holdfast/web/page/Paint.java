package dev.holdfast.web.page;

import java.util.Locale;
import java.util.Optional;

/// Colours a choice may be named after, so that it can be picked by looking.
///
/// What is told of a choice is words alone ("moss green", 苔绿); the first colour below that one of them names is shown.
/// A name of no colour is shown without one rather than with a wrong one.
enum Paint {
    TEAL("#2d8c83", "teal", "青绿", "turquoise", "petrol"),
    MOSS("#65804f", "moss", "苔", "olive", "橄榄"),
    SLATE("#66727a", "slate", "岩灰", "graphite", "石墨"),
    SAND("#cdae78", "sand", "沙", "gold", "金", "beige", "米", "champagne", "香槟"),
    MIST("#bcc6ca", "mist", "雾", "silver", "银"),
    DUSK("#6c5594", "dusk", "暮", "violet", "purple", "紫", "lilac"),
    SNOW("#f6f8f6", "snow", "雪", "white", "白", "pearl", "珍珠"),
    INK("#20262a", "ink", "墨", "black", "黑"),
    MAPLE("#b3392c", "maple", "枫", "red", "红", "crimson"),
    LAKE("#2f6ea8", "lake", "湖", "blue", "蓝", "navy", "海"),
    GREEN("#3c8b5c", "green", "绿"),
    GREY("#8a949a", "grey", "gray", "灰"),
    ORANGE("#d8742a", "orange", "橙"),
    YELLOW("#e2bf35", "yellow", "黄"),
    PINK("#d98aa4", "pink", "rose", "粉"),
    BROWN("#7a5540", "brown", "棕", "copper", "铜", "bronze");

    private final String shade;
    /// One after the other, as an enum holds nothing that could change.
    private final String names;

    Paint(String shade, String... names) {
        this.shade = shade;
        this.names = String.join(" ", names);
    }

    /// As SVG writes it.
    String shade() {
        return shade;
    }

    /// @param text a choice's id and its names in all languages
    static Optional<Paint> of(String text) {
        var words = text.toLowerCase(Locale.ROOT);
        for (var paint : values()) {
            for (var name : paint.names.split(" ", -1)) {
                if (says(words, name)) {
                    return Optional.of(paint);
                }
            }
        }
        return Optional.empty();
    }

    /// A word of letters stands for itself alone: neither "pink" nor "drinks" says ink.
    private static boolean says(String words, String name) {
        boolean letters = name.charAt(0) < 128;
        return letters
                ? (" " + words.replaceAll("[^a-z]+", " ") + " ").contains(" " + name + " ")
                : words.contains(name);
    }
}

package dev.holdfast.community.story;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Storable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stories, terms and decisions must keep to.
final class StoryCheck {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private StoryCheck() {}

    /// @throws Problem INVALID, as all here
    static void told(Told told) {
        if (!LANGUAGES.contains(told.language())) {
            throw StoryProblems.invalid("language", "must be 'en' or 'zh'");
        }
        line("title", told.title(), Stories.MAX_TITLE);
        text("text", told.text(), Stories.MAX_TEXT);
    }

    static void terms(StoryTerms terms) {
        texts("uses", terms.uses(), Stories.MAX_TEXT);
        texts("places", terms.places(), Stories.MAX_TEXT);
        texts("text", terms.text(), Stories.MAX_TERMS);
        if (terms.months() < 1 || terms.months() > Stories.MAX_MONTHS) {
            throw StoryProblems.invalid("months", "must be 1 to " + Stories.MAX_MONTHS);
        }
    }

    static void ruling(Ruling ruling) {
        if (!ruling.show() || !ruling.reason().isEmpty()) {
            texts("reason", ruling.reason(), Stories.MAX_REASON);
        }
    }

    private static void texts(String where, Map<String, String> texts, int max) {
        LANGUAGES.forEach(language -> text(where + "." + language, texts.get(language), max));
        if (!LANGUAGES.containsAll(texts.keySet())) {
            throw StoryProblems.invalid(where, "holds a language other than 'en' and 'zh'");
        }
    }

    static void line(String where, String text, int max) {
        text(where, text, max);
        if (text.indexOf('\n') >= 0) {
            throw StoryProblems.invalid(where, "must be one line");
        }
    }

    static void text(String where, @Nullable String text, int max) {
        boolean fits = text != null
                && !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(one -> one == '\n' || Storable.character(one));
        if (!fits) {
            throw StoryProblems.invalid(where, "must have 1 to " + max + " characters and no control characters");
        }
    }
}

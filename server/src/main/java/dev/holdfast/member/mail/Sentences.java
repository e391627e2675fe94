package dev.holdfast.member.mail;

import dev.holdfast.kernel.Check;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/// The sentences of letters in one language, from a file beside the class that writes them: `letters_en.properties`.
///
/// Places are `{0}`, `{1}`; nothing else is special.
public final class Sentences {
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh";
    static final List<String> LANGUAGES = List.of(ENGLISH, CHINESE);

    private final String language;
    private final Properties sentences;
    private final DateTimeFormatter day;

    private Sentences(Class<?> writer, String language) {
        this.language = language;
        this.sentences = load(writer, language);
        this.day = language.equals(CHINESE)
                ? DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA)
                : DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    }

    /// The sentences that stand beside `writer`, by language.
    public static Function<String, Sentences> beside(Class<?> writer) {
        var english = new Sentences(writer, ENGLISH);
        var chinese = new Sentences(writer, CHINESE);
        return tag -> language(tag).equals(CHINESE) ? chinese : english;
    }

    /// `zh` for a tag that starts with it, else `en`: a letter in a language of ours is better than none.
    public static String language(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith(CHINESE) ? CHINESE : ENGLISH;
    }

    public Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    public String say(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        Check.that(sentence != null, "There is no sentence '%s' in letters_%s.properties.", key, language);
        for (int place = 0; place < values.length; place++) {
            sentence = sentence.replace("{" + place + "}", String.valueOf(values[place]));
        }
        return sentence;
    }

    /// The sentence of a stable word from elsewhere, or the word itself where nobody has written one yet.
    public String sayOrQuote(String prefix, String word) {
        return sentences.getProperty(prefix + word, word.replace('_', ' '));
    }

    /// The name of something an operator named in both languages.
    public String name(Map<String, String> names) {
        String name = names.get(language);
        return name != null ? name : names.values().stream().findFirst().orElse("");
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /// Both ends in full: a letter is read once, months later, and must not need thinking.
    public String days(LocalDate from, LocalDate to) {
        return say("days", day(from), day(to));
    }

    private static Properties load(Class<?> writer, String language) {
        var sentences = new Properties();
        String file = "letters_" + language + ".properties";
        try (var stream = Objects.requireNonNull(writer.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}

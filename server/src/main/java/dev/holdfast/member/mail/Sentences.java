package dev.holdfast.member.mail;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
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
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final String language;
    private final Properties sentences;
    private final DateTimeFormatter day;
    private final Locale locale;

    private Sentences(Class<?> writer, String language) {
        this.language = language;
        this.sentences = load(writer, language);
        this.locale = language.equals(CHINESE) ? Locale.CHINA : Locale.UK;
        this.day = DateTimeFormatter.ofPattern(language.equals(CHINESE) ? "yyyy年M月d日" : "d MMMM yyyy", locale);
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

    /// With its zone: it may be the last moment to decide.
    public String instant(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return say("instant", day(there.toLocalDate()), TIME_OF_DAY.format(there), zone.getId());
    }

    /// Cents are said only where there are any.
    public String money(Money money) {
        var currency = Currency.getInstance(money.currency());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var units = BigDecimal.valueOf(money.amount(), digits);
        boolean whole = units.stripTrailingZeros().scale() <= 0;
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(digits);
        return format.format(units);
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

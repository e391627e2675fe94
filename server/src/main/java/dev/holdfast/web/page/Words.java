package dev.holdfast.web.page;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Window;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
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

/// One language of the pages: its sentences, and how its readers write numbers, money and dates.
///
/// Sentences have the places `{0}`, `{1}` and so on and nothing else that is special, so that a translator need not
/// know the quoting rules of a message format.
final class Words {
    /// Some rooms' sentences have files of their own, because one would be too long to find anything in.
    private static final List<String> PARTS = List.of(
            "words",
            "planner",
            "lobby",
            "review",
            "phone",
            "points",
            "referral",
            "wish",
            "votes",
            "answer",
            "council",
            "event",
            "story",
            "delivery",
            "balance",
            "quality",
            "kept",
            "service");

    static final Words ENGLISH = new Words("en", "en", Locale.UK, Dates.ENGLISH);
    static final Words CHINESE = new Words("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE, Dates.CHINESE);
    static final List<Words> ALL = List.of(ENGLISH, CHINESE);

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final String language;
    private final String tag;
    private final Locale locale;
    private final Dates dates;
    private final Properties sentences;

    private Words(String language, String tag, Locale locale, Dates dates) {
        this.language = language;
        this.tag = tag;
        this.locale = locale;
        this.dates = dates;
        this.sentences = load(language);
    }

    /// The language of a two-letter code or a tag that starts with one; English when it is none of ours.
    static Words in(String tag) {
        return tag.startsWith("zh") ? CHINESE : ENGLISH;
    }

    /// The value of the `lang` attribute.
    String tag() {
        return tag;
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    String say(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        Check.that(sentence != null, "There is no sentence '%s' in words_%s.properties.", key, language);
        for (int place = 0; place < values.length; place++) {
            sentence = sentence.replace("{" + place + "}", String.valueOf(values[place]));
        }
        return sentence;
    }

    /// The sentence of a stable word from elsewhere, or the word itself where nobody has written one yet.
    String sayOrQuote(String prefix, String word) {
        return sentences.getProperty(prefix + word, word.replace('_', ' '));
    }

    /// `key.one` or `key.many`, with the number as the first value.
    String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    /// The name of something an operator named in both languages.
    String name(Map<String, String> names) {
        String name = names.get(language);
        return name != null ? name : names.values().stream().findFirst().orElse("");
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A hundredth of a vote each.
    String hundredths(long hundredths) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(hundredths, 2));
    }

    /// How many a second: what is rare is told with a decimal.
    String rate(double perSecond) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(perSecond < 10 ? 1 : 0);
        return format.format(perSecond);
    }

    String share(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /// How long something took or has been, as short as it can be said.
    String took(Duration time) {
        if (time.toMillis() < 1_000) {
            return say("took.ms", number(Math.max(1, time.toMillis())));
        }
        if (time.toSeconds() < 60) {
            return say("took.s", rate(time.toMillis() / 1_000.0));
        }
        return time.toHours() < 2
                ? say("took.minutes", number(time.toMinutes()))
                : say("took.hours", number(time.toHours()));
    }

    String timeOfDay(Instant at, ZoneId zone) {
        return TIME_OF_DAY.format(at.atZone(zone));
    }

    /// Cents are shown only where there are any.
    String money(Money money) {
        var currency = Currency.getInstance(money.currency());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var units = BigDecimal.valueOf(money.amount(), digits);
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        boolean whole = units.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(digits);
        return format.format(units);
    }

    String window(Window window) {
        return dates.range(window.from(), window.to());
    }

    /// A window where there is little room.
    String brief(Window window) {
        return dates.brief(window.from(), window.to());
    }

    String day(LocalDate day) {
        return dates.day(day);
    }

    String month(LocalDate day, boolean withYear) {
        return dates.month(day, withYear);
    }

    String instant(Instant instant, ZoneId zone) {
        return dates.instant(instant, zone);
    }

    /// A length of time in its largest unit: rules speak of days or minutes, not of both.
    String span(Duration span) {
        if (span.toDays() > 0) {
            return count("span.days", span.toDays());
        }
        return span.toHours() > 0 ? count("span.hours", span.toHours()) : count("span.minutes", span.toMinutes());
    }

    /// The same for somebody who is to come back after it: never too soon.
    String wait(Duration wait) {
        return span(Duration.ofMinutes(Math.max(1, wait.plusSeconds(59).toMinutes())));
    }

    /// What is left until an instant, as a clock shows it.
    String countdown(Duration left) {
        var rest = left.isNegative() ? Duration.ZERO : left;
        var clock = String.format(
                Locale.ROOT, "%02d:%02d:%02d", rest.toHoursPart(), rest.toMinutesPart(), rest.toSecondsPart());
        return rest.toDays() == 0 ? clock : count("span.days", rest.toDays()) + " " + clock;
    }

    private static Properties load(String language) {
        var sentences = new Properties();
        for (var part : PARTS) {
            String file = part + "_" + language + ".properties";
            try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
                sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sentences;
    }
}

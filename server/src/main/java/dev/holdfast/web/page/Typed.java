package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a form, read field by field. It is kept as it was typed, so that a refused form
/// comes back with all of it.
record Typed(Map<String, String> fields) {
    static final Typed NOTHING = new Typed(Map.of());

    /// Longer than any amount, and short enough to be read at once.
    private static final int MAX_AMOUNT = 24;

    Typed {
        fields = Map.copyOf(fields);
    }

    static Typed of(Map<String, String> form) {
        var fields = new HashMap<String, String>();
        form.forEach((field, text) -> fields.put(field, ReviewPages.said(text)));
        fields.remove("_csrf");
        return new Typed(fields);
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean is(String name, String value) {
        return text(name).equals(value);
    }

    /// Of two fields, one for each language; empty when nothing was typed into either.
    Map<String, String> texts(String name) {
        var texts = Map.of("en", text(name + "_en"), "zh", text(name + "_zh"));
        return texts.values().stream().allMatch(String::isEmpty) ? Map.of() : texts;
    }

    /// The same where either language is enough.
    Map<String, String> eitherText(String name) {
        return texts(name).entrySet().stream()
                .filter(text -> !text.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @throws Problem INVALID naming the field, as all here
    LocalDate day(String name) {
        return read(name, LocalDate::parse);
    }

    @Nullable
    LocalDate dayOrNone(String name) {
        return text(name).isEmpty() ? null : day(name);
    }

    int number(String name) {
        return read(name, Integer::parseInt);
    }

    @Nullable
    Integer numberOrNone(String name) {
        return text(name).isEmpty() ? null : (Integer) number(name);
    }

    ZoneId zone(String name) {
        return read(name, ZoneId::of);
    }

    /// An instant as a clock in that zone shows it.
    Instant instant(String name, ZoneId zone) {
        return read(name, text -> LocalDateTime.parse(text).atZone(zone).toInstant());
    }

    /// An amount as it is written, such as 1250.50, with so many digits behind the point.
    long minor(String name, int digits) {
        return read(name, text -> moved(text, digits));
    }

    private static long moved(String text, int digits) {
        if (text.length() > MAX_AMOUNT) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(text.replace(",", "")).movePointRight(digits).longValueExact();
    }

    Currency currency(String name) {
        return read(name, Currency::getInstance);
    }

    <E extends Enum<E>> E one(String name, Class<E> type) {
        return read(name, text -> Enum.valueOf(type, text));
    }

    private <T> T read(String name, Function<String, T> reading) {
        try {
            return reading.apply(text(name));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "'" + name + "' cannot be read.",
                    List.of(new Fault(name, null, "cannot be read")),
                    unreadable);
        }
    }

    /// Why a form was not taken, with the names of the fields it is about; what no reader of the page can cure is
    /// thrown on.
    ///
    /// @param key of the sentences: `key` and, for each code, `key.code`
    static Notice refused(Words words, String key, Problem refused) {
        return switch (refused.kind()) {
            case INVALID, CONFLICT -> {
                var why = words.sayOrQuote(key + ".", refused.code());
                var where = refused.faults().stream().map(Fault::where).collect(Collectors.joining(", "));
                var text = where.isEmpty() ? why : words.say("desk.answer.refused.where", why, where);
                yield Notice.of(words.say(key), text);
            }
            case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
        };
    }

    /// The same where a form may name something that there is not.
    static Notice refusedOrUnknown(Words words, String key, Problem refused) {
        return refused.kind() == Problem.Kind.UNKNOWN
                ? Notice.of(words.say(key), words.sayOrQuote(key + ".", refused.code()))
                : refused(words, key, refused);
    }

    /// The status under which it is said.
    static int status(Problem refused) {
        return refused.kind() == Problem.Kind.INVALID ? 422 : 409;
    }
}

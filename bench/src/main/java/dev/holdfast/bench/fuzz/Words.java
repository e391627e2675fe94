package dev.holdfast.bench.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What nobody who means well would send.
///
/// No word here looks like a class, a statement or a path of a server: an answer that repeats it would be taken for one
/// that tells too much.
final class Words {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\0",
            "a\0b",
            "\ud800",
            "\udc00\ud800",
            "\ufeffpro",
            "\u202epro",
            "p\u0301ro",
            "\ud83d\ude97",
            "\u7f16\u53f7",
            "' OR 1=1 --",
            "${7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "..",
            "../../..",
            "%00",
            "null",
            "true",
            "NaN",
            "-0",
            "1e309",
            "0x10",
            "\u0661\u0662",
            "2026-02-30",
            "2026-13-01",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-01-01T00:00:00Z",
            "2026-11-20T25:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "294277-01-09T04:00:54Z",
            "+294277-01-09T04:00:54Z",
            "-4713-11-24T00:00:00Z",
            "P999999999999D",
            "PT9223372036854775807S",
            "PT-1S",
            "PT0.000000001S",
            "P1Y",
            "Asia/Nowhere",
            "+18:00",
            "cny",
            "ZZZ",
            "\u0130stanbul",
            "a".repeat(65),
            "b".repeat(256),
            "\u00e9".repeat(256),
            "c".repeat(2_001),
            "d".repeat(9_000));

    private static final List<Number> NUMBERS = List.of(
            0,
            -1,
            1,
            2,
            0.5,
            -0.0,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            1L << 31,
            1L << 53,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MAX_VALUE - 1,
            BigInteger.ONE.shiftLeft(63),
            BigInteger.TEN.pow(60),
            BigInteger.TEN.pow(900),
            new BigDecimal("1e400"),
            new BigDecimal("1e-400"),
            new BigDecimal("9.999999999999999999e99"));

    private Words() {}

    static <T> T pick(List<T> of, RandomGenerator dice) {
        return of.get(dice.nextInt(of.size()));
    }

    static String text(RandomGenerator dice) {
        return pick(TEXTS, dice);
    }

    static Number number(RandomGenerator dice) {
        return pick(NUMBERS, dice);
    }

    /// Any JSON value, of whatever type.
    static @Nullable Object value(RandomGenerator dice) {
        return switch (dice.nextInt(9)) {
            case 0 -> null;
            case 1 -> dice.nextBoolean();
            case 2, 3 -> number(dice);
            case 4 -> List.of();
            case 5 -> Map.of();
            case 6 -> nested(dice.nextInt(1, 40), dice);
            default -> text(dice);
        };
    }

    private static Object nested(int depth, RandomGenerator dice) {
        Object value = text(dice);
        for (int i = 0; i < depth; i++) {
            value = dice.nextBoolean() ? new ArrayList<>(List.of(value)) : new LinkedHashMap<>(Map.of("a", value));
        }
        return value;
    }
}

package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what is wrong with a value in the reader's language.
///
/// The modules below say it in English, because most who read it read an API's answer. A code for each of a hundred
/// sentences, through every file reader, would be a second name for what the sentence says already; so the sentence
/// itself is its name, with its values cut out. `ReasonsTest` reads the sources and misses none.
final class Reasons {
    private static final String FILE = "reasons_zh.txt";
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final List<Reason> KNOWN = read();

    private Reasons() {}

    /// @param english with a group for each value
    private record Reason(Pattern english, String chinese) {}

    static List<Fault> in(Words words, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.line(), fault.where(), fault.value(), of(fault.reason(), words)))
                .toList();
    }

    /// What nobody put into the reader's words stays as it is.
    static String of(String reason, Words words) {
        if (words == Words.ENGLISH) {
            return reason;
        }
        for (var known : KNOWN) {
            var found = known.english().matcher(reason);
            if (found.matches()) {
                return said(known, found, words);
            }
        }
        return reason;
    }

    /// A value may be a reason too: what is missing says why it is needed.
    private static String said(Reason known, Matcher found, Words words) {
        return PLACE.matcher(known.chinese()).replaceAll(place -> {
            int number = place.group().charAt(1) - '0';
            return Matcher.quoteReplacement(of(found.group(number + 1), words));
        });
    }

    private static List<Reason> read() {
        try (var file = Objects.requireNonNull(Reasons.class.getResourceAsStream(FILE))) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            var reasons = new ArrayList<Reason>();
            for (int line = 0; line < lines.size(); line += 2) {
                reasons.add(new Reason(pattern(lines.get(line)), lines.get(line + 1)));
            }
            return List.copyOf(reasons);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Pattern pattern(String english) {
        var between = new ArrayList<String>();
        for (var text : PLACE.split(english, -1)) {
            between.add(Pattern.quote(text));
        }
        return Pattern.compile(String.join("(.*)", between), Pattern.DOTALL);
    }
}

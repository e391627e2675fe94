package dev.holdfast.service.quality;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Problem.Kind;
import dev.holdfast.kernel.Storable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the quality desk is refused, and the bounds of what it may write.
public final class QualityProblems {
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final int MAX_NAME = 200;

    private QualityProblems() {}

    /// @throws Problem INVALID, as all here, unless it is one line of at most 200 characters
    public static String line(String where, @Nullable String text) {
        String line = text(where, text, MAX_NAME);
        if (line.indexOf('\n') >= 0) {
            throw invalid(where, "must be one line");
        }
        return line;
    }

    public static String text(String where, @Nullable String text, int max) {
        if (text == null || !fits(text, max)) {
            throw invalid(where, "must have 1 to " + max + " characters and no control characters");
        }
        return text;
    }

    private static boolean fits(String text, int max) {
        return !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(one -> one == '\n' || Storable.character(one));
    }

    /// In both languages and no other.
    public static Map<String, String> texts(String where, Map<String, String> texts, int max) {
        LANGUAGES.forEach(language -> text(where + "." + language, texts.get(language), max));
        if (!LANGUAGES.containsAll(texts.keySet())) {
            throw invalid(where, "holds a language other than 'en' and 'zh'");
        }
        return Map.copyOf(texts);
    }

    /// The same, each in one line.
    public static Map<String, String> lines(String where, Map<String, String> texts, int max) {
        if (texts.values().stream().anyMatch(text -> text.indexOf('\n') >= 0)) {
            throw invalid(where, "must be one line");
        }
        return texts(where, texts, max);
    }

    /// At most so many names, each once.
    public static List<String> names(String where, List<String> names, int max) {
        if (names.size() > max) {
            throw invalid(where, "may hold " + max + " at most");
        }
        return names.stream().map(name -> line(where, name)).distinct().toList();
    }

    public static Problem invalid(String where, String reason) {
        return new Problem(
                Kind.INVALID,
                "invalid_quality",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, null, reason)));
    }

    public static Problem unknownIncident(int number) {
        return new Problem(Kind.UNKNOWN, "unknown_incident", "There is no incident " + number + ".");
    }

    static Problem unknownBulletin(int number) {
        return new Problem(Kind.UNKNOWN, "unknown_bulletin", "There is no bulletin " + number + ".");
    }

    static Problem closed(Incident incident, IncidentAct act) {
        return new Problem(
                Kind.CONFLICT,
                "incident_state",
                "Incident " + incident.number() + " is " + incident.state().word() + ": it cannot be " + act.word()
                        + ".");
    }
}

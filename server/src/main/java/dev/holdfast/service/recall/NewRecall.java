package dev.holdfast.service.recall;

import dev.holdfast.service.quality.QualityProblems;
import dev.holdfast.service.quality.Severity;
import dev.holdfast.service.work.RecallWorks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody says who calls units back.
///
/// @param lots of which they are made
/// @param drill nobody is told, nothing is stopped, and it counts in no figure
/// @param title what is wrong, by language
/// @param remedy what is done about it and what owners should do until then, by language
/// @param parts that one remedy takes
/// @param minutes of work that it takes
public record NewRecall(
        @Nullable Integer incident,
        List<String> lots,
        boolean drill,
        Severity severity,
        Map<String, String> title,
        Map<String, String> remedy,
        List<String> parts,
        int minutes) {
    static final int MAX_LOTS = 100;
    static final int MAX_PARTS = RecallWorks.MAX_PARTS;
    static final int MAX_TITLE = 200;
    static final int MAX_REMEDY = 4_000;
    private static final int MAX_MINUTES = 24 * 60;

    public NewRecall {
        lots = List.copyOf(lots);
        title = Map.copyOf(title);
        remedy = Map.copyOf(remedy);
        parts = List.copyOf(parts);
    }

    /// @throws dev.holdfast.kernel.Problem INVALID
    NewRecall check() {
        if (lots.isEmpty()) {
            throw QualityProblems.invalid("lots", "must name a lot at least");
        }
        if (minutes < 0 || minutes > MAX_MINUTES) {
            throw QualityProblems.invalid("minutes", "must be 0 to " + MAX_MINUTES);
        }
        if (parts.stream().anyMatch(part -> part.length() > RecallWorks.MAX_PART)) {
            throw QualityProblems.invalid("parts", "may have " + RecallWorks.MAX_PART + " characters each");
        }
        return new NewRecall(
                incident,
                QualityProblems.names("lots", lots, MAX_LOTS),
                drill,
                severity,
                QualityProblems.texts("title", title, MAX_TITLE),
                QualityProblems.texts("remedy", remedy, MAX_REMEDY),
                QualityProblems.names("parts", parts, MAX_PARTS),
                minutes);
    }
}

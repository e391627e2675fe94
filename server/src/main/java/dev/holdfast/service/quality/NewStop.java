package dev.holdfast.service.quality;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody says who stops a lot or some units.
///
/// @param lot null: the units alone
/// @param units by serial number, when there is no lot
/// @param words what is told to owners and to those who wait, by language
/// @param incident why; null: none was opened yet
/// @param supply null: nothing of it is in stock any more
public record NewStop(
        @Nullable String lot,
        List<String> units,
        Map<String, String> words,
        @Nullable Integer incident,
        @Nullable Stock supply) {
    static final int MAX_WORDS = 2_000;
    static final int MAX_UNITS = 1_000;

    public NewStop {
        units = List.copyOf(units);
        words = Map.copyOf(words);
    }

    /// What is left of the lot, which plans count on no more.
    public record Stock(String component, long quantity) {}

    /// @throws dev.holdfast.kernel.Problem INVALID
    NewStop check() {
        List<String> named = QualityProblems.names("units", units, MAX_UNITS);
        if ((lot == null) == named.isEmpty()) {
            throw QualityProblems.invalid("lot", "or 'units' must be given, and not both");
        }
        if (supply != null && lot == null) {
            throw QualityProblems.invalid("supply", "is of a lot: name it");
        }
        return new NewStop(
                lot == null ? null : QualityProblems.line("lot", lot),
                named,
                QualityProblems.texts("words", words, MAX_WORDS),
                incident,
                supply);
    }
}

package dev.holdfast.service.quality;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be built in another way from now on, as an incident taught. Texts are by language.
///
/// @param product whose spec is to say so
/// @param version of the spec that says so; null: none yet
public record Bulletin(
        int number,
        int incident,
        String product,
        Map<String, String> attribute,
        Map<String, String> from,
        Map<String, String> to,
        String reason,
        Instant at,
        String actor,
        @Nullable Integer version) {
    /// As a spec takes them: what is written here is published there, word by word.
    static final int MAX_ATTRIBUTE = 80;

    static final int MAX_TEXT = 500;

    public Bulletin {
        attribute = Map.copyOf(attribute);
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    /// Where the spec's readers can read why.
    public String evidence() {
        String evidence = "Bulletin " + number + ": " + reason.replace('\n', ' ');
        return evidence.substring(0, Math.min(evidence.length(), MAX_TEXT));
    }

    /// @throws dev.holdfast.kernel.Problem INVALID
    Bulletin check() {
        return new Bulletin(
                number,
                incident,
                QualityProblems.line("product", product),
                QualityProblems.lines("attribute", attribute, MAX_ATTRIBUTE),
                QualityProblems.lines("from", from, MAX_TEXT),
                QualityProblems.lines("to", to, MAX_TEXT),
                QualityProblems.text("reason", reason, MAX_TEXT),
                at,
                actor,
                version);
    }
}

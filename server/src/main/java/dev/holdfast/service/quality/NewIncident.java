package dev.holdfast.service.quality;

import java.util.List;

/// What somebody says who opens an incident.
public record NewIncident(
        Source source,
        String component,
        String symptom,
        Severity severity,
        String words,
        List<String> lots,
        List<String> units) {
    static final int MAX_WORDS = 4_000;
    static final int MAX_SUBJECTS = 1_000;

    public NewIncident {
        lots = List.copyOf(lots);
        units = List.copyOf(units);
    }

    /// @throws dev.holdfast.kernel.Problem INVALID
    NewIncident check() {
        if (source == Source.RATE) {
            throw QualityProblems.invalid("source", "must be one of " + Source.words());
        }
        return new NewIncident(
                source,
                QualityProblems.line("component", component),
                QualityProblems.line("symptom", symptom),
                severity,
                QualityProblems.text("words", words, MAX_WORDS),
                QualityProblems.names("lots", lots, MAX_SUBJECTS),
                QualityProblems.names("units", units, MAX_SUBJECTS));
    }
}

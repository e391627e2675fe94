package dev.holdfast.service.warranty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a launch's units are warranted for.
///
/// @param version 0: nobody wrote one
public record Warranty(int version, List<Term> terms) {
    public Warranty {
        terms = List.copyOf(terms);
    }

    /// Whether a piece of work is covered.
    ///
    /// @param term by which it was decided; null: none is about the component
    /// @param reason in a stable word
    public record Cover(boolean covered, @Nullable String term, String reason) {}

    /// The term of the component decides, else the one of all; the last day and the last kilometre count
    /// still.
    ///
    /// @param km null: nobody looked
    public Cover cover(String component, LocalDate from, LocalDate today, @Nullable Integer km) {
        Optional<Term> found = terms.stream()
                .filter(term -> term.component().isEmpty() || term.component().equals(component))
                .max(Comparator.comparingInt(term -> term.component().length()));
        if (found.isEmpty()) {
            return new Cover(false, null, terms.isEmpty() ? "no_terms" : "not_in_terms");
        }
        Term term = found.get();
        Integer maxKm = term.maxKm();
        if (today.isAfter(from.plusMonths(term.months()))) {
            return new Cover(false, term.id(), "months_over");
        }
        if (maxKm != null && km == null) {
            return new Cover(false, term.id(), "km_unknown");
        }
        if (maxKm != null && km != null && km > maxKm) {
            return new Cover(false, term.id(), "km_over");
        }
        return new Cover(true, term.id(), "covered");
    }
}

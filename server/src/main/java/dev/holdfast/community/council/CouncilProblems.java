package dev.holdfast.community.council;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Problem.Kind;
import java.util.List;

/// What is refused around councils, each with its cure.
final class CouncilProblems {
    private CouncilProblems() {}

    static Problem unknown(String slug) {
        return new Problem(Kind.UNKNOWN, "unknown_council", "There is no council '" + slug + "'.");
    }

    static Problem unknownSuggestion(SuggestionId id) {
        return new Problem(Kind.UNKNOWN, "unknown_suggestion", "There is no suggestion '" + id + "'.");
    }

    static Problem fixed(String slug) {
        return new Problem(
                Kind.CONFLICT,
                "council_fixed",
                "Somebody was seated in '" + slug + "' or brought something to it, so how it is seated and by when it"
                        + " answers can no longer be changed. Name and text still can.");
    }

    static Problem drawn(String event) {
        return new Problem(
                Kind.CONFLICT, "seats_drawn", "The draw of the event '" + event + "' decides who sits here.");
    }

    static Problem full(int seats) {
        return new Problem(
                Kind.CONFLICT, "seats_taken", "All " + seats + " seats are taken. Take one back, while it may be.");
    }

    static Problem notSeated(String slug) {
        return new Problem(
                Kind.CONFLICT, "not_seated", "Whoever brings a suggestion to '" + slug + "' has to have a seat there.");
    }

    static Problem hasBrought() {
        return new Problem(
                Kind.CONFLICT, "seat_used", "Something was brought from this seat, so it stays who sat there.");
    }

    static Problem over(CouncilDefinition council) {
        return new Problem(
                Kind.CONFLICT,
                "council_over",
                "Suggestions were brought until the end of " + council.heldOn() + ", and minutes of the session taken "
                        + Suggestions.MINUTES_DAYS + " days longer.");
    }

    static Problem tooMany(int max, String of) {
        return new Problem(
                Kind.CONFLICT,
                "too_many_suggestions",
                "There are " + max + " suggestions of " + of + ", and no more may be.");
    }

    static Problem wrongState(SuggestionState state, String act) {
        return new Problem(
                Kind.CONFLICT, "suggestion_state", "A suggestion that stands as " + state + " cannot be " + act + ".");
    }

    static Problem meanwhile(int there, int known) {
        return new Problem(
                Kind.CONFLICT,
                "answered_meanwhile",
                "The suggestion has " + there + " steps and you knew of " + known + ". Read the last one first.");
    }

    static Problem noRole(String id) {
        Fault fault = new Fault("role", id, "is no role that signs answers");
        return new Problem(
                Kind.INVALID, "invalid_council", "Nothing was changed: 'role' " + fault.reason() + ".", List.of(fault));
    }

    /// @throws Problem INVALID with every fault, when there is one
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Kind.INVALID,
                    "invalid_council",
                    "Nothing was changed: '" + first.where() + "' " + first.reason() + ".",
                    faults);
        }
    }
}

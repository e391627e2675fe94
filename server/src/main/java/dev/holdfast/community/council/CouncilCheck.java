package dev.holdfast.community.council;

import dev.holdfast.community.wish.Decision;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What councils, suggestions and what is said to them must keep to.
final class CouncilCheck {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final List<String> LANGUAGES = List.of("en", "zh");
    /// As tokens have it.
    private static final int MAX_MEMBER = 64;
    /// A date beyond it is a slip of the hand.
    private static final int MAX_YEARS_AHEAD = 10;
    private final List<Fault> faults = new ArrayList<>();

    private CouncilCheck() {}

    /// @throws Problem INVALID with every fault, as all here
    static void council(String slug, CouncilDefinition council) {
        CouncilCheck check = new CouncilCheck();
        if (!SLUG.matcher(slug).matches()) {
            check.fault("slug", "must be 1 to 64 of a-z, 0-9 and '-', and not begin or end with '-'");
        }
        check.texts("name", council.name(), Councils.MAX_NAME, false);
        check.texts("text", council.text(), Councils.MAX_TEXT, true);
        switch (council.seating()) {
            case Seating.Drawn drawn -> check.required("event", drawn.event());
            case Seating.Chosen chosen -> {
                check.texts("rules", chosen.rules(), Councils.MAX_TEXT, true);
                if (chosen.seats() < 1 || chosen.seats() > Councils.MAX_SEATS) {
                    check.fault("seats", "must be 1 to " + Councils.MAX_SEATS);
                }
            }
        }
        if (council.answerBy().isBefore(council.heldOn())
                || council.answerBy().isAfter(council.heldOn().plusYears(1))) {
            check.fault("answerBy", "must lie from heldOn to a year after");
        }
        CouncilProblems.refuse(check.faults);
    }

    static void seat(String member, Map<String, String> because) {
        CouncilCheck check = new CouncilCheck();
        check.text("member", member, MAX_MEMBER, false);
        check.texts("because", because, Councils.MAX_BECAUSE, true);
        CouncilProblems.refuse(check.faults);
    }

    static void spoken(Spoken spoken) {
        CouncilCheck check = new CouncilCheck();
        if (!LANGUAGES.contains(spoken.language())) {
            check.fault("language", "must be 'en' or 'zh'");
        }
        check.text("title", spoken.title(), Suggestions.MAX_TITLE, false);
        check.text("text", spoken.text(), Suggestions.MAX_TEXT, true);
        CouncilProblems.refuse(check.faults);
    }

    /// @param first nobody was named before, and so no reason has to be
    static void assignment(Assignment assignment, boolean first, LocalDate today) {
        CouncilCheck check = new CouncilCheck();
        check.ahead("due", assignment.due(), today);
        if (!first || !assignment.reason().isEmpty()) {
            check.texts("reason", assignment.reason(), Suggestions.MAX_TEXT, true);
        }
        CouncilProblems.refuse(check.faults);
    }

    static void answer(SuggestionAnswer answer, LocalDate today) {
        CouncilCheck check = new CouncilCheck();
        check.texts("reason", answer.reason(), Suggestions.MAX_TEXT, true);
        LocalDate by = answer.promisedBy();
        if (answer.decision() == Decision.NEEDS_MORE) {
            check.fault("decision", "cannot be needs_more: what has to be asked is asked in the session");
        } else if (dated(answer.decision())) {
            if (by == null) {
                check.fault("promisedBy", "is required: an acceptance, or a later, says by when");
            } else {
                check.ahead("promisedBy", by, today);
            }
        } else if (by != null) {
            check.fault("promisedBy", "belongs to an acceptance, or to a later, alone");
        }
        CouncilProblems.refuse(check.faults);
    }

    private static boolean dated(Decision decision) {
        return accepts(decision) || decision == Decision.LATER;
    }

    static boolean accepts(Decision decision) {
        return decision == Decision.ACCEPTED || decision == Decision.ACCEPTED_IN_PART;
    }

    static void evidence(Map<String, String> evidence) {
        CouncilCheck check = new CouncilCheck();
        check.texts("evidence", evidence, Suggestions.MAX_TEXT, true);
        CouncilProblems.refuse(check.faults);
    }

    private void ahead(String where, LocalDate day, LocalDate today) {
        if (day.isBefore(today) || day.isAfter(today.plusYears(MAX_YEARS_AHEAD))) {
            fault(where, "must lie from today, " + today + ", to " + MAX_YEARS_AHEAD + " years ahead");
        }
    }

    /// Both languages, always: a reader of the other one would get half of it.
    private void texts(String where, Map<String, String> texts, int max, boolean lines) {
        LANGUAGES.forEach(language -> text(where + "." + language, texts.get(language), max, lines));
        if (!LANGUAGES.containsAll(texts.keySet())) {
            fault(where, "holds a language other than 'en' and 'zh'");
        }
    }

    private void text(String where, @Nullable String text, int max, boolean lines) {
        boolean fits = text != null
                && !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(one -> Storable.character(one) || (lines && one == '\n'));
        if (!fits) {
            fault(
                    where,
                    "must have 1 to " + max + " characters and no control characters"
                            + (lines ? " but line breaks" : ""));
        }
    }

    private void required(String where, String text) {
        if (text.isBlank()) {
            fault(where, "is required");
        }
    }

    private void fault(String where, String reason) {
        faults.add(new Fault(where, null, reason));
    }
}

package dev.holdfast.community.answer;

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

/// What an answer and a role must keep to.
final class AnswerCheck {
    static final List<String> LANGUAGES = List.of("en", "zh");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /// Ten years: a date beyond it is a slip of the hand.
    private static final int MAX_YEARS_AHEAD = 10;

    private static final int MAX_QUOTED = 64;

    private AnswerCheck() {}

    static List<Fault> faults(Draft draft, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        texts("reason", draft.reason(), Answers.MAX_REASON, true, faults);
        LocalDate by = draft.promisedBy();
        if (accepts(draft.decision()) && by == null) {
            faults.add(new Fault("promisedBy", null, "is required: an acceptance says by when"));
        }
        if (by != null && !accepts(draft.decision()) && draft.decision() != Decision.LATER) {
            faults.add(new Fault("promisedBy", by.toString(), "belongs to an acceptance, or to a later, alone"));
        }
        if (by != null && (by.isBefore(today) || by.isAfter(today.plusYears(MAX_YEARS_AHEAD)))) {
            faults.add(new Fault(
                    "promisedBy",
                    by.toString(),
                    "must lie from today, " + today + ", to " + MAX_YEARS_AHEAD + " years ahead"));
        }
        return faults;
    }

    /// Whether it promises something, and so needs the date by which.
    static boolean accepts(Decision decision) {
        return decision == Decision.ACCEPTED || decision == Decision.ACCEPTED_IN_PART;
    }

    static List<Fault> faults(AnswerRole role) {
        List<Fault> faults = new ArrayList<>();
        id(role.id(), faults);
        texts("name", role.name(), AnswerRoles.MAX_NAME, false, faults);
        return faults;
    }

    static List<Fault> faults(Grant grant) {
        List<Fault> faults = new ArrayList<>();
        String member = grant.member();
        if (member.isBlank() || member.length() > AnswerRoles.MAX_MEMBER || !storable(member, false)) {
            faults.add(new Fault(
                    "member",
                    quoted(member),
                    "must be 1 to " + AnswerRoles.MAX_MEMBER + " characters without control characters"));
        }
        return faults;
    }

    /// @throws Problem INVALID with every fault, when there is one
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_answer",
                    "Nothing was changed: '" + first.where() + "' " + first.reason() + ".",
                    faults);
        }
    }

    private static void id(String id, List<Fault> faults) {
        if (!ID.matcher(id).matches()) {
            faults.add(new Fault("id", quoted(id), "must be 1 to 40 small letters, digits and hyphens"));
        }
    }

    /// Both languages, always: a reader of the other one would get half an answer.
    private static void texts(String where, Map<String, String> texts, int max, boolean lines, List<Fault> faults) {
        for (String language : LANGUAGES) {
            @Nullable String text = texts.get(language);
            if (text == null || text.isBlank() || text.length() > max || !storable(text, lines)) {
                faults.add(new Fault(
                        where + "." + language,
                        text == null ? null : quoted(text),
                        "must have 1 to " + max + " characters and no control characters"
                                + (lines ? " but line breaks" : "")));
            }
        }
        texts.keySet().stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(other ->
                        faults.add(new Fault(where, quoted(other), "is in a language other than 'en' and 'zh'")));
    }

    private static boolean storable(String text, boolean lines) {
        return text.codePoints().allMatch(character -> Storable.character(character) || (lines && character == '\n'));
    }

    private static String quoted(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
    }
}

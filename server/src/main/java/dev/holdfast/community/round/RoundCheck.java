package dev.holdfast.community.round;

import dev.holdfast.community.round.RoundDraft.RuleDraft;
import dev.holdfast.community.round.RoundDraft.TopicAnswer;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import dev.holdfast.launch.LaunchDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What questions, topics and rounds must keep to.
final class RoundCheck {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final List<Fault> faults = new ArrayList<>();

    private RoundCheck() {}

    /// @throws Problem INVALID
    static void question(String language, String text) {
        RoundCheck check = new RoundCheck();
        if (!LANGUAGES.contains(language)) {
            check.faults.add(new Fault("language", null, "must be 'en' or 'zh'"));
        }
        check.text("text", text, QuestionRounds.MAX_QUESTION);
        check.refuse();
    }

    /// @throws Problem INVALID
    static void title(Map<String, String> title) {
        RoundCheck check = new RoundCheck();
        check.texts("title", title, QuestionRounds.MAX_TITLE);
        check.refuse();
    }

    /// @param known the topics of the launch
    /// @throws Problem INVALID with every fault
    static void round(RoundDraft draft, LaunchDefinition launch, Set<Long> known) {
        RoundCheck check = new RoundCheck();
        if (draft.answers().isEmpty() || draft.answers().size() > QuestionRounds.MAX_ANSWERS) {
            check.faults.add(new Fault(
                    "answers", Integer.toString(draft.answers().size()), "must be 1 to " + QuestionRounds.MAX_ANSWERS));
        }
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < Math.min(draft.answers().size(), QuestionRounds.MAX_ANSWERS); i++) {
            TopicAnswer answer = draft.answers().get(i);
            String at = "answers[" + i + "].";
            if (!known.contains(answer.topic()) || !seen.add(answer.topic())) {
                check.faults.add(new Fault(
                        at + "topic", Long.toString(answer.topic()), "is no topic of this launch, or is given twice"));
            }
            check.texts(at + "text", answer.text(), QuestionRounds.MAX_TEXT);
            if (answer.rule() != null) {
                check.rule(at + "rule.", answer.rule(), launch);
            }
        }
        check.refuse();
    }

    private void rule(String at, RuleDraft rule, LaunchDefinition launch) {
        texts(at + "text", rule.text(), QuestionRounds.MAX_RULE);
        if (rule.kind() == LaunchRule.Kind.LOCK_DATE && rule.day() == null) {
            faults.add(new Fault(at + "day", null, "is required of a lock date"));
        }
        String offer = rule.offer();
        if (offer != null && launch.offer(offer).isEmpty()) {
            faults.add(new Fault(at + "offer", null, "is no offer of this launch"));
        }
        Long from = rule.fromPosition();
        Long to = rule.toPosition();
        boolean backwards = from != null && to != null && from > to;
        if ((from != null && from < 1) || (to != null && to < 1) || backwards) {
            faults.add(new Fault(
                    at + "fromPosition", String.valueOf(from), "must be 1 or more, and not after toPosition"));
        }
    }

    private void texts(String where, Map<String, String> texts, int max) {
        LANGUAGES.forEach(language -> text(where + "." + language, texts.get(language), max));
        if (!LANGUAGES.containsAll(texts.keySet())) {
            faults.add(new Fault(where, null, "holds a language other than 'en' and 'zh'"));
        }
    }

    private void text(String where, @Nullable String text, int max) {
        boolean fits = text != null
                && !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(character -> character == '\n' || Storable.character(character));
        if (!fits) {
            faults.add(new Fault(
                    where, null, "must have 1 to " + max + " characters and no control characters but line breaks"));
        }
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_round",
                    "Nothing was changed: '" + first.where() + "' " + first.reason() + ".",
                    faults);
        }
    }
}

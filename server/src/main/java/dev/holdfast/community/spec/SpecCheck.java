package dev.holdfast.community.spec;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a product and the changes of a version must keep to.
final class SpecCheck {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    /// As a launch names it.
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    private static final int MAX_QUOTED = 64;

    private final List<Fault> faults = new ArrayList<>();

    private SpecCheck() {}

    /// @throws Problem INVALID with every fault
    static void hold(Product product) {
        SpecCheck check = new SpecCheck();
        if (!ID.matcher(product.id()).matches()) {
            check.faults.add(new Fault("id", quoted(product.id()), "must be 1 to 64 of a-z, 0-9, '.', '_' and '-'"));
        }
        check.texts("name", product.name(), Specs.MAX_NAME);
        if (product.askAfterDays() < 1 || product.askAfterDays() > Product.MAX_ASK_AFTER_DAYS) {
            check.faults.add(new Fault(
                    "askAfterDays",
                    Integer.toString(product.askAfterDays()),
                    "must be from 1 to " + Product.MAX_ASK_AFTER_DAYS));
        }
        refuse(check.faults);
    }

    /// @throws Problem INVALID with every fault
    static void hold(List<Change> changes) {
        SpecCheck check = new SpecCheck();
        if (changes.size() > Specs.MAX_CHANGES) {
            check.faults.add(
                    new Fault("changes", Integer.toString(changes.size()), "must be at most " + Specs.MAX_CHANGES));
        }
        for (int i = 0; i < Math.min(changes.size(), Specs.MAX_CHANGES); i++) {
            Change change = changes.get(i);
            String at = "changes[" + i + "].";
            check.texts(at + "attribute", change.attribute(), Specs.MAX_NAME);
            check.texts(at + "from", change.from(), Specs.MAX_VALUE);
            check.texts(at + "to", change.to(), Specs.MAX_VALUE);
            check.text(at + "evidence", change.evidence(), Specs.MAX_EVIDENCE);
        }
        refuse(check.faults);
    }

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_spec",
                    "Nothing was changed: '" + first.where() + "' " + first.reason() + ".",
                    faults);
        }
    }

    private void texts(String where, Map<String, String> texts, int max) {
        LANGUAGES.forEach(language -> text(where + "." + language, texts.get(language), max));
        texts.keySet().stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(other ->
                        faults.add(new Fault(where, quoted(other), "is in a language other than 'en' and 'zh'")));
    }

    private void text(String where, @Nullable String text, int max) {
        boolean fits = text != null
                && !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(Storable::character);
        if (!fits) {
            faults.add(new Fault(
                    where, text == null ? null : quoted(text), "must have 1 to " + max + " characters on one line"));
        }
    }

    private static String quoted(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
    }
}

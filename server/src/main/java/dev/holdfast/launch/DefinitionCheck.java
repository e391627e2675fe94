package dev.holdfast.launch;

import dev.holdfast.kernel.Problem.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a launch's definition must keep to, whatever orders it has.
final class DefinitionCheck {
    static final int MAX_OFFERS = 1_000;
    static final int MAX_REGIONS = 1_000;
    static final int MAX_NAME = 200;
    static final int MAX_TRANSIT_WEEKS = 104;
    /// Minor units: ten billion of a currency with cents. A larger price is a slip of the hand.
    static final long MAX_PRICE = 1_000_000_000_000L;
    static final int MAX_LIMIT = 1_000_000;
    static final int MAX_SPEC_VERSION = 10_000;
    static final Duration MAX_PAY_WITHIN = Duration.ofDays(60);
    static final Duration MAX_LOCK_AFTER = Duration.ofDays(3_650);

    static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private final List<Fault> faults = new ArrayList<>();

    private DefinitionCheck() {}

    /// Every fault, or none.
    static List<Fault> faults(String slug, LaunchDefinition definition) {
        DefinitionCheck check = new DefinitionCheck();
        check.id("slug", slug);
        check.launch(definition);
        check.regions(definition.regions());
        check.offers(definition.offers());
        CompensationCheck.check(definition, check.faults::add);
        WaitingRoomCheck.check(definition, check.faults::add);
        EntryCheck.check(definition.entry(), check.faults::add);
        CampaignCheck.check(definition, check.faults::add);
        check.spec(definition.spec());
        return check.faults;
    }

    private void launch(LaunchDefinition of) {
        name("name", of.name());
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(of.currency()))) {
            fault("currency", of.currency(), "is no ISO 4217 code, such as CNY");
        }
        if (of.closesAt() != null && !of.closesAt().isAfter(of.opensAt())) {
            fault("closesAt", of.closesAt(), "must come after opensAt, " + of.opensAt());
        }
        within("limitPerMember", of.limitPerMember(), 1, MAX_LIMIT);
        within("payWithin", of.payWithin(), Duration.ofSeconds(1), MAX_PAY_WITHIN);
        within("lockAfter", of.lockAfter(), Duration.ZERO, MAX_LOCK_AFTER);
        String terms = of.termsVersion();
        if (terms != null && (terms.isBlank() || terms.length() > MAX_NAME)) {
            fault("termsVersion", terms, "must be null or a text of 1 to " + MAX_NAME + " characters");
        }
    }

    private void spec(@Nullable SpecVersion spec) {
        if (spec != null) {
            id("spec.product", spec.product());
            within("spec.version", spec.version(), 1, MAX_SPEC_VERSION);
        }
    }

    private void regions(List<LaunchDefinition.Region> regions) {
        if (regions.size() > MAX_REGIONS) {
            fault("regions", regions.size(), "must be at most " + MAX_REGIONS);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < regions.size(); i++) {
            LaunchDefinition.Region region = regions.get(i);
            String at = "regions[" + i + "]";
            id(at + ".id", region.id());
            once(at + ".id", region.id(), seen);
            name(at + ".name", region.name());
            within(at + ".transitWeeks", region.transitWeeks(), 0, MAX_TRANSIT_WEEKS);
        }
    }

    private void offers(List<LaunchDefinition.Offer> offers) {
        within("offers", offers.size(), 1, MAX_OFFERS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < offers.size(); i++) {
            LaunchDefinition.Offer offer = offers.get(i);
            String at = "offers[" + i + "]";
            id(at + ".id", offer.id());
            once(at + ".id", offer.id(), seen);
            name(at + ".name", offer.name());
            within(at + ".price", offer.price(), 0, MAX_PRICE);
            // Without a deposit nothing would ever turn the hold into an order.
            within(at + ".deposit", offer.deposit(), 1, MAX_PRICE);
            if (offer.deposit() > offer.price() && offer.price() >= 0) {
                fault(at + ".deposit", offer.deposit(), "is more than the price, " + offer.price());
            }
        }
    }

    private void id(String where, String id) {
        if (!ID.matcher(id).matches()) {
            fault(
                    where,
                    id,
                    "must be 1 to 64 of a-z, 0-9, '.', '_' and '-', beginning and ending with a letter or digit");
        }
    }

    private void once(String where, String id, Set<String> seen) {
        if (!seen.add(id)) {
            fault(where, id, "is given twice");
        }
    }

    private void name(String where, Map<String, String> name) {
        if (name.isEmpty()) {
            fault(where, "{}", "needs a text in 'en', 'zh' or both");
        }
        name.forEach((language, text) -> {
            if (!LANGUAGES.contains(language)) {
                fault(where + "." + language, text, "is in a language other than 'en' and 'zh'");
            } else if (text.isBlank() || text.length() > MAX_NAME) {
                fault(where + "." + language, text, "must have 1 to " + MAX_NAME + " characters");
            }
        });
    }

    private <T extends Comparable<T>> void within(String where, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            fault(where, value, "must be from " + min + " to " + max);
        }
    }

    private void within(String where, long value, long min, long max) {
        within(where, Long.valueOf(value), Long.valueOf(min), Long.valueOf(max));
    }

    private void fault(String where, Object value, String reason) {
        String text = value.toString();
        faults.add(new Fault(where, text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text, reason));
    }
}

package dev.holdfast.community.event;

import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Duty;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import dev.holdfast.launch.draw.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What an event must keep to, so that its draw cannot be bent and its clocks can be kept.
final class EventCheck {
    static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    static final int MAX_PLACES = 100_000;
    static final int MAX_CITIES = 200;
    static final int MAX_DUTIES = 20;
    static final int MAX_DAYS = 366;
    static final int MAX_NAME = 120;
    static final int MAX_TEXT = 4_000;
    static final int MAX_FIGURE = 500;
    static final Duration MIN_CONFIRM = Duration.ofMinutes(10);
    static final Duration MAX_CONFIRM = Duration.ofDays(60);

    /// The list has to be frozen and saved by somebody before the figure can be known.
    static final Duration MIN_BEFORE_FIGURE = Duration.ofMinutes(1);

    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    private static final int MAX_QUOTED = 64;

    private final List<Fault> faults = new ArrayList<>();

    private EventCheck() {}

    /// @throws Problem INVALID with every fault
    static void check(String slug, EventDefinition definition) {
        var check = new EventCheck();
        check.slug("slug", slug);
        check.names("name", definition.name(), MAX_NAME, true);
        check.names("text", definition.text(), MAX_TEXT, false);
        check.within("places", definition.places(), 1, MAX_PLACES);
        check.times(definition);
        check.cities(definition.cities());
        check.shares(definition);
        check.duties(definition.duties());
        check.within("warningDays", definition.warningDays(), 1, MAX_DAYS);
        check.within("holidayDays", definition.holidayDays(), 0, MAX_DAYS);
        if (!check.faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "The event cannot be kept so: " + check.faults.size() + " faults.",
                    check.faults);
        }
    }

    private void times(EventDefinition event) {
        after("closesAt", event.closesAt(), "opensAt", event.opensAt());
        after(
                "figureAt",
                event.figureAt(),
                "a minute after closesAt",
                event.closesAt().plus(MIN_BEFORE_FIGURE));
        after("startsAt", event.startsAt(), "figureAt", event.figureAt());
        after("endsAt", event.endsAt(), "startsAt", event.startsAt());
        Instant release = event.releaseAt();
        if (release != null && (release.isBefore(event.startsAt()) || !release.isBefore(event.endsAt()))) {
            fault("releaseAt", release, "must come from startsAt on and before endsAt");
        }
        Duration confirm = event.confirmWithin();
        if (confirm.compareTo(MIN_CONFIRM) < 0 || confirm.compareTo(MAX_CONFIRM) > 0) {
            fault("confirmWithin", confirm, "must be from " + MIN_CONFIRM + " to " + MAX_CONFIRM);
        }
        text("figure", event.figure(), MAX_FIGURE);
    }

    private void after(String where, Instant value, String name, Instant before) {
        if (!value.isAfter(before)) {
            fault(where, value, "must come after " + name + ", " + before);
        }
    }

    private void cities(List<City> cities) {
        within("cities", cities.size(), 0, MAX_CITIES);
        var seen = new HashSet<String>();
        for (int index = 0; index < cities.size(); index++) {
            City city = cities.get(index);
            slug("cities[" + index + "].id", city.id());
            names("cities[" + index + "].name", city.name(), MAX_NAME, true);
            if (!seen.add(city.id())) {
                fault("cities[" + index + "].id", city.id(), "is there twice");
            }
        }
    }

    private void shares(EventDefinition event) {
        within("quotas", event.quotas().size(), 0, Quota.MAX);
        var cities = event.cities().stream().map(City::id).toList();
        for (int index = 0; index < event.quotas().size(); index++) {
            String where = "quotas[" + index + "]";
            Share share = event.quotas().get(index);
            within(where + ".least", share.least(), 0, event.places());
            Integer most = share.most();
            if (most != null && most < Math.max(1, share.least())) {
                fault(where + ".most", most, "must be at least 1, and at least " + share.least());
            }
            if (share.rule().isEmpty()) {
                fault(where, "", "must name a city, a launch or months, or all of them");
            }
            if (share.city() != null && !cities.contains(share.city())) {
                fault(where + ".city", share.city(), "is none of the event's cities");
            }
            if (share.launch() != null) {
                slug(where + ".launch", share.launch());
            }
            within(where + ".months", share.months(), 0, 1_200);
        }
    }

    private void duties(List<Duty> duties) {
        within("duties", duties.size(), 0, MAX_DUTIES);
        var seen = new HashSet<String>();
        for (int index = 0; index < duties.size(); index++) {
            String where = "duties[" + index + "]";
            Duty duty = duties.get(index);
            slug(where + ".id", duty.id());
            names(where + ".name", duty.name(), MAX_NAME, true);
            within(where + ".days", duty.days(), 1, MAX_DAYS);
            if (!seen.add(duty.id())) {
                fault(where + ".id", duty.id(), "is there twice");
            }
        }
    }

    private void names(String where, Map<String, String> names, int max, boolean required) {
        if (required && names.isEmpty()) {
            fault(where, "{}", "needs a text in 'en', 'zh' or both");
        }
        names.forEach((language, text) -> {
            if (!LANGUAGES.contains(language)) {
                fault(where + "." + language, text, "is in a language other than 'en' and 'zh'");
            }
            text(where + "." + language, text, max);
        });
    }

    private void text(String where, String text, int max) {
        if (text.isBlank() || text.length() > max || !text.codePoints().allMatch(Storable::character)) {
            fault(where, text, "must have 1 to " + max + " characters and no control characters");
        }
    }

    private void slug(String where, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            fault(where, slug, "must be 1 to 64 of a-z, 0-9 and '-', and not begin or end with '-'");
        }
    }

    private void within(String where, int value, int min, int max) {
        if (value < min || value > max) {
            fault(where, value, "must be from " + min + " to " + max);
        }
    }

    private void fault(String where, Object value, String reason) {
        String said = value.toString();
        faults.add(new Fault(where, said.substring(0, Math.min(said.length(), MAX_QUOTED)), reason));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Window;
import dev.holdfast.service.quality.Bulletin;
import dev.holdfast.service.quality.By;
import dev.holdfast.service.quality.Incident;
import dev.holdfast.service.quality.IncidentState;
import dev.holdfast.service.quality.Rates;
import dev.holdfast.service.quality.Stop;
import dev.holdfast.service.recall.Recall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The quality desk of a launch: how often what fails, what is looked into, what was stopped and called
/// back.
///
/// @param components of which anything was found
/// @param rates of the one that was chosen; null: nothing was found at all
/// @param lookedAt when the watch looked last; null: it did not yet
/// @param typed what the form that was refused holds
record StaffQualityPage(
        Frame frame,
        LaunchView launch,
        List<String> components,
        @Nullable Rates rates,
        @Nullable Instant lookedAt,
        List<Incident> incidents,
        List<Stop> stops,
        List<Recall> recalls,
        List<Bulletin> bulletins,
        Typed typed,
        @Nullable Notice notice) {
    private static final int SHOWN = 12;

    StaffQualityPage {
        components = List.copyOf(components);
        incidents = List.copyOf(incidents);
        stops = List.copyOf(stops);
        recalls = List.copyOf(recalls);
        bulletins = List.copyOf(bulletins);
    }

    Words words() {
        return frame.words();
    }

    /// What was stopped, let go or called back says so by its number, in English words; people read what it is called.
    String said(Incident.Step step) {
        var number = step.words().substring(step.words().lastIndexOf(' ') + 1);
        return switch (step.act()) {
            case STOPPED, RELEASED -> words().say("quality.stop.number", number);
            case RECALLED -> words().say("recall.number", number);
            case OPENED, CONFIRMED, CLOSED, NOTED -> step.words();
        };
    }

    static String address(String slug) {
        return "/operator/launches/" + slug + "/quality";
    }

    String address() {
        return address(launch.slug());
    }

    /// The rows of one way to count, the least likely by chance first; and all at the scale of the widest
    /// interval.
    RateRows rows(By by) {
        return RateRows.of(
                rates == null ? List.of() : rates.by(by).stream().limit(SHOWN).toList(), words());
    }

    /// What people call what is counted by.
    String name(By by, String value) {
        return switch (by) {
            case LOT -> value;
            case WEEK -> words().window(Window.ofWeek(LocalDate.parse(value)));
            case CONFIGURATION -> OfferNames.of(launch.definition(), value, words());
        };
    }

    List<Incident> open() {
        return incidents.stream()
                .filter(one -> one.state() != IncidentState.CLOSED)
                .toList();
    }

    List<Incident> closed() {
        return incidents.stream()
                .filter(one -> one.state() == IncidentState.CLOSED)
                .toList();
    }

    String at(Instant at) {
        return words().instant(at, launch.definition().timeZone());
    }
}

package dev.holdfast.web.page;

import dev.holdfast.supply.SupplyEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was told of supply, the latest first, and the form that tells more.
///
/// @param before  the first event of the next page; null: there is none
/// @param typed   what was typed into the form, when it was refused
record PlanEventsPage(
        PlanFrame plan,
        List<SupplyEvent> events,
        @Nullable Long before,
        List<String> components,
        Map<String, String> typed,
        @Nullable Notice notice) {
    static final List<String> STATUSES = List.of("committed", "forecast", "shipped", "received");

    PlanEventsPage {
        events = List.copyOf(events);
        components = List.copyOf(components);
        typed = Map.copyOf(typed);
    }

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /// An event in one sentence.
    String words(SupplyEvent event) {
        var words = plan.words();
        return switch (event.kind()) {
            case "file" ->
                words.say("plan.event.file", words.sayOrQuote("plan.file.", event.subject()), number(event.version()));
            case "curve" -> words.say("plan.event.curve", number(event.version()));
            case "commitment" ->
                words.say(
                        "plan.event.commitment",
                        event.subject(),
                        part(event.component()),
                        number(event.quantity()),
                        plan.week(event.week()),
                        words.sayOrQuote("plan.status.", String.valueOf(event.status())));
            case "count" ->
                words.say(
                        "plan.event.count",
                        part(event.component()),
                        number(event.quantity()),
                        number(event.quarantined()));
            case "quarantine" ->
                words.say(
                        "plan.event.quarantine",
                        part(event.component()),
                        String.valueOf(event.lot()),
                        number(event.quantity()));
            case "built" -> built(event);
            default -> event.kind() + " " + event.subject();
        };
    }

    /// The subject is a day and the offer built on it.
    private String built(SupplyEvent event) {
        var offer = event.subject().substring(event.subject().indexOf(' ') + 1);
        return plan.words()
                .say(
                        "plan.event.built",
                        plan.names().configuration(offer),
                        number(event.quantity()),
                        number(event.quarantined()),
                        plan.words().day(Objects.requireNonNull(event.week())));
    }

    private String part(@Nullable String id) {
        return id == null ? "–" : plan.names().part(id);
    }

    private String number(@Nullable Number number) {
        return number == null ? "–" : plan.words().number(number.longValue());
    }
}

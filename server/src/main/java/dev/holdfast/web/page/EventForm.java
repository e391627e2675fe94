package dev.holdfast.web.page;

import dev.holdfast.community.event.EventDefinition;
import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Duty;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.community.event.EventView;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An event as a form has it. Cities, quotas and duties are lines, their parts set off by `|`: so there may be
/// any number of them without a script.
final class EventForm {
    static final Typed BLANK = new Typed(
            Map.of("timeZone", "Asia/Shanghai", "confirmHours", "72", "warningDays", "7", "holidayDays", "0"));

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private EventForm() {}

    /// @throws Problem INVALID naming the field that cannot be read
    static EventDefinition read(Typed typed) {
        ZoneId zone = typed.zone("timeZone");
        var release = typed.text("releaseAt").isEmpty() ? null : typed.instant("releaseAt", zone);
        return new EventDefinition(
                typed.eitherText("name"),
                typed.eitherText("text"),
                typed.number("places"),
                lines(typed, "cities", EventForm::city),
                lines(typed, "quotas", EventForm::share),
                typed.instant("opensAt", zone),
                typed.instant("closesAt", zone),
                typed.text("figure"),
                typed.instant("figureAt", zone),
                hours(typed),
                typed.instant("startsAt", zone),
                release,
                typed.instant("endsAt", zone),
                zone,
                lines(typed, "duties", EventForm::duty),
                typed.number("warningDays"),
                typed.number("holidayDays"));
    }

    private static Duration hours(Typed typed) {
        return parsed(
                "confirmHours",
                typed.text("confirmHours"),
                text -> Duration.ofSeconds(
                        new BigDecimal(text).multiply(BigDecimal.valueOf(HOUR)).longValueExact()));
    }

    private static <T> List<T> lines(Typed typed, String name, Function<Parts, T> reading) {
        var read = new ArrayList<T>();
        typed.text(name)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> read.add(parsed(name, line, text -> reading.apply(Parts.of(text)))));
        return read;
    }

    private static <T> T parsed(String name, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "'" + name + "' cannot be read.",
                    List.of(new Fault(name, null, "cannot be read")),
                    unreadable);
        }
    }

    /// What stands in a line between its bars; what is left out at the end is empty.
    private record Parts(List<String> parts) {
        static Parts of(String line) {
            return new Parts(List.of(line.split("\\|", -1)));
        }

        String text(int place) {
            return place < parts.size() ? parts.get(place).strip() : "";
        }

        @Nullable
        String textOrNone(int place) {
            return text(place).isEmpty() ? null : text(place);
        }

        int number(int place) {
            return text(place).isEmpty() ? 0 : Integer.parseInt(text(place));
        }

        Map<String, String> names(int place) {
            var names = new HashMap<String, String>();
            names.put("en", text(place));
            names.put("zh", text(place + 1));
            names.values().removeIf(String::isEmpty);
            return names;
        }
    }

    private static City city(Parts line) {
        return new City(line.text(0), line.names(1));
    }

    private static Share share(Parts line) {
        return new Share(
                line.number(0),
                line.text(1).isEmpty() ? null : (Integer) line.number(1),
                line.textOrNone(2),
                line.textOrNone(3),
                line.text(4).equals("owner"),
                line.number(5));
    }

    private static Duty duty(Parts line) {
        return new Duty(line.text(0), line.names(3), LocalDate.parse(line.text(1)), line.number(2));
    }

    /// The form of an event that is there.
    static Typed of(EventView view) {
        var event = view.definition();
        var fields = new HashMap<String, String>(Map.of(
                "slug", view.slug(),
                "places", Integer.toString(event.places()),
                "figure", event.figure(),
                "timeZone", event.timeZone().getId(),
                "confirmHours", shown(event.confirmWithin()),
                "warningDays", Integer.toString(event.warningDays()),
                "holidayDays", Integer.toString(event.holidayDays())));
        event.name().forEach((language, text) -> fields.put("name_" + language, text));
        event.text().forEach((language, text) -> fields.put("text_" + language, text));
        times(event).forEach((field, at) -> fields.put(field, shown(at, event.timeZone())));
        fields.put("cities", joined(event.cities(), city -> List.of(city.id(), en(city.name()), zh(city.name()))));
        fields.put("quotas", joined(event.quotas(), EventForm::parts));
        fields.put("duties", joined(event.duties(), EventForm::parts));
        return new Typed(fields);
    }

    private static Map<String, Instant> times(EventDefinition event) {
        var times = new HashMap<String, Instant>(Map.of(
                "opensAt", event.opensAt(),
                "closesAt", event.closesAt(),
                "figureAt", event.figureAt(),
                "startsAt", event.startsAt(),
                "endsAt", event.endsAt()));
        var release = event.releaseAt();
        if (release != null) {
            times.put("releaseAt", release);
        }
        return times;
    }

    private static String shown(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String shown(Duration confirm) {
        return BigDecimal.valueOf(confirm.toSeconds())
                .divide(BigDecimal.valueOf(HOUR), MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static <T> String joined(List<T> of, Function<T, List<String>> parts) {
        return of.stream().map(one -> String.join(" | ", parts.apply(one))).collect(Collectors.joining("\n"));
    }

    private static List<String> parts(Share share) {
        var most = share.most();
        return List.of(
                Integer.toString(share.least()),
                most == null ? "" : most.toString(),
                text(share.city()),
                text(share.launch()),
                share.delivered() ? "owner" : "",
                share.months() == 0 ? "" : Integer.toString(share.months()));
    }

    private static List<String> parts(Duty duty) {
        return List.of(
                duty.id(), duty.from().toString(), Integer.toString(duty.days()), en(duty.name()), zh(duty.name()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String en(Map<String, String> names) {
        return names.getOrDefault("en", "");
    }

    private static String zh(Map<String, String> names) {
        return names.getOrDefault("zh", "");
    }
}

package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.WaitingRoom;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a form as the definition of a launch, and says of each field that cannot be read what it should be. What a
/// launch must keep to is not judged here but by [dev.holdfast.launch.Launch#define].
final class LaunchReading {
    private final LaunchForm form;
    private final Words words;
    private final List<Fault> faults = new ArrayList<>();

    LaunchReading(LaunchForm form, Words words) {
        this.form = form;
        this.words = words;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// Good only when there are no [#faults].
    ///
    /// @param before the launch as it is, whose parts that the form does not show must not be lost; null: a new one
    LaunchDefinition definition(@Nullable LaunchDefinition before) {
        var zone = read("timeZone", form.field("timeZone"), ZoneId::of, ZoneId.of("UTC"));
        var currency = read("currency", form.field("currency"), Currency::getInstance, Currency.getInstance("CNY"));
        var opensAt = at("opensAt", zone);
        if (opensAt == null) {
            fault("opensAt", "", "fault.needed");
        }
        var terms = form.field("termsVersion");
        var read = new LaunchDefinition(
                names("name", form.field("nameEn"), form.field("nameZh")),
                opensAt == null ? Instant.EPOCH : opensAt,
                at("revealAt", zone),
                at("closesAt", zone),
                zone,
                currency.getCurrencyCode(),
                read("limitPerMember", form.field("limitPerMember"), Integer::parseInt, 1),
                span("payWithin", Duration.ofMinutes(1)),
                span("lockAfter", Duration.ofDays(1)),
                read("beyondSupply", form.field("beyondSupply"), BeyondSupply::valueOf, BeyondSupply.REFUSE),
                form.is("changeKeepsPosition", "true"),
                terms.isEmpty() ? null : terms,
                regions(),
                offers(Math.max(0, currency.getDefaultFractionDigits())));
        return (before == null ? read : read.withPartsOf(before))
                .with(parts -> parts.ruleSet(form.field("ruleSet")).waitingRoom(waitingRoom(zone)));
    }

    /// None where no opening of a lobby is typed.
    private @Nullable WaitingRoom waitingRoom(ZoneId zone) {
        if (form.field("waitingRoom.lobbyOpensAt").isEmpty()) {
            return null;
        }
        return new WaitingRoom(
                needed("waitingRoom.lobbyOpensAt", zone),
                needed("waitingRoom.drawClosesAt", zone),
                form.field("waitingRoom.figure"),
                needed("waitingRoom.figureAt", zone),
                read("waitingRoom.mostPerSecond", form.field("waitingRoom.mostPerSecond"), Integer::parseInt, 1),
                span("waitingRoom.passFor", Duration.ofMinutes(1)),
                form.field("waitingRoom.listFor").isEmpty()
                        ? WaitingRoom.LIST_FOR
                        : span("waitingRoom.listFor", Duration.ofHours(1)));
    }

    private Instant needed(String name, ZoneId zone) {
        var at = at(name, zone);
        if (at == null) {
            fault(name, "", "fault.needed");
        }
        return at == null ? Instant.EPOCH : at;
    }

    private List<LaunchDefinition.Region> regions() {
        var regions = new ArrayList<LaunchDefinition.Region>();
        for (var row : form.regions()) {
            if (!row.blank()) {
                var at = "regions[" + regions.size() + "]";
                regions.add(new LaunchDefinition.Region(
                        row.id(),
                        names(at + ".name", row.en(), row.zh()),
                        read(at + ".transitWeeks", row.weeks(), Integer::parseInt, 0)));
            }
        }
        return regions;
    }

    private List<LaunchDefinition.Offer> offers(int digits) {
        var offers = new ArrayList<LaunchDefinition.Offer>();
        for (var row : form.offers()) {
            if (!row.blank()) {
                var at = "offers[" + offers.size() + "]";
                offers.add(new LaunchDefinition.Offer(
                        row.id(),
                        names(at + ".name", row.en(), row.zh()),
                        read(at + ".price", row.price(), text -> minor(text, digits), 1L),
                        read(at + ".deposit", row.deposit(), text -> minor(text, digits), 1L)));
            }
        }
        return offers;
    }

    private Map<String, String> names(String where, String english, String chinese) {
        var names = new LinkedHashMap<String, String>();
        if (!english.isEmpty()) {
            names.put("en", english);
        }
        if (!chinese.isEmpty()) {
            names.put("zh", chinese);
        }
        if (names.isEmpty()) {
            fault(where, "", "fault.name");
        }
        return names;
    }

    private static long minor(String amount, int digits) {
        return new BigDecimal(amount.replace(",", "")).movePointRight(digits).longValueExact();
    }

    private Duration span(String name, Duration unit) {
        return read(
                name,
                form.field(name),
                text -> text.startsWith("P") ? Duration.parse(text) : unit.multipliedBy(Integer.parseInt(text)),
                unit);
    }

    private @Nullable Instant at(String name, ZoneId zone) {
        var text = form.field(name);
        return text.isEmpty()
                ? null
                : read(
                        name,
                        text,
                        value -> LocalDateTime.parse(value).atZone(zone).toInstant(),
                        Instant.EPOCH);
    }

    private <T> T read(String where, String text, Function<String, T> reader, T otherwise) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
            fault(where, text, text.isEmpty() ? "fault.needed" : "fault.form." + where.replaceAll(".*\\.", ""));
            return otherwise;
        }
    }

    private void fault(String where, String value, String sentence) {
        faults.add(new Fault(where, value, words.say(sentence)));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A launch as somebody types it: texts that may be wrong, kept as they were typed until they are right.
///
/// @param fields by their names on the page
record LaunchForm(Map<String, String> fields, List<Region> regions, List<Offer> offers) {
    /// Offers and regions that fit a form: beyond that a server reads no more fields, and nobody types them.
    static final int MAX_ROWS = 150;

    static final List<String> FIELDS = List.of(
            "slug",
            "nameEn",
            "nameZh",
            "timeZone",
            "opensAt",
            "revealAt",
            "closesAt",
            "currency",
            "limitPerMember",
            "payWithin",
            "lockAfter",
            "beyondSupply",
            "changeKeepsPosition",
            "termsVersion",
            "ruleSet",
            "waitingRoom.lobbyOpensAt",
            "waitingRoom.drawClosesAt",
            "waitingRoom.figure",
            "waitingRoom.figureAt",
            "waitingRoom.mostPerSecond",
            "waitingRoom.passFor",
            "waitingRoom.listFor");

    LaunchForm {
        fields = Map.copyOf(fields);
        regions = List.copyOf(regions);
        offers = List.copyOf(offers);
    }

    record Region(String id, String en, String zh, String weeks) {
        static final Region BLANK = new Region("", "", "", "0");

        boolean blank() {
            return (id + en + zh).isBlank();
        }
    }

    record Offer(String id, String en, String zh, String price, String deposit) {
        static final Offer BLANK = new Offer("", "", "", "", "");

        boolean blank() {
            return (id + en + zh + price + deposit).isBlank();
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean is(String name, String value) {
        return field(name).equals(value);
    }

    LaunchForm withOffer() {
        return new LaunchForm(fields, regions, plus(offers, Offer.BLANK));
    }

    LaunchForm withRegion() {
        return new LaunchForm(fields, plus(regions, Region.BLANK), offers);
    }

    /// What most launches have.
    static LaunchForm blank() {
        return new LaunchForm(
                Map.of(
                        "timeZone", "Asia/Shanghai",
                        "currency", "CNY",
                        "limitPerMember", "1",
                        "payWithin", "15",
                        "lockAfter", "7",
                        "beyondSupply", "REFUSE",
                        "changeKeepsPosition", "true",
                        "ruleSet", LaunchDefinition.DEFAULT_RULES,
                        "waitingRoom.passFor", "10",
                        "waitingRoom.listFor", "12"),
                List.of(),
                List.of(Offer.BLANK));
    }

    static LaunchForm typed(MultiValueMap<String, String> said) {
        var fields = new HashMap<String, String>();
        for (var name : FIELDS) {
            fields.put(name, first(said, name));
        }
        var regions = new ArrayList<Region>();
        for (int row = 0; row < rows(said, "regionId"); row++) {
            regions.add(new Region(
                    at(said, "regionId", row),
                    at(said, "regionEn", row),
                    at(said, "regionZh", row),
                    at(said, "regionWeeks", row)));
        }
        var offers = new ArrayList<Offer>();
        for (int row = 0; row < rows(said, "offerId"); row++) {
            offers.add(new Offer(
                    at(said, "offerId", row),
                    at(said, "offerEn", row),
                    at(said, "offerZh", row),
                    at(said, "offerPrice", row),
                    at(said, "offerDeposit", row)));
        }
        return new LaunchForm(fields, regions, offers);
    }

    static LaunchForm of(LaunchView launch) {
        var of = launch.definition();
        var fields = new HashMap<String, String>();
        fields.put("slug", launch.slug());
        fields.put("nameEn", of.name().getOrDefault("en", ""));
        fields.put("nameZh", of.name().getOrDefault("zh", ""));
        fields.put("timeZone", of.timeZone().getId());
        fields.put("opensAt", local(of.opensAt(), of.timeZone()));
        fields.put("revealAt", local(of.revealAt(), of.timeZone()));
        fields.put("closesAt", local(of.closesAt(), of.timeZone()));
        fields.put("currency", of.currency());
        fields.put("limitPerMember", String.valueOf(of.limitPerMember()));
        fields.put("payWithin", span(of.payWithin(), Duration.ofMinutes(1)));
        fields.put("lockAfter", span(of.lockAfter(), Duration.ofDays(1)));
        fields.put("beyondSupply", of.beyondSupply().name());
        fields.put("changeKeepsPosition", of.changeKeepsPosition() ? "true" : "");
        fields.put("termsVersion", of.termsVersion() == null ? "" : of.termsVersion());
        fields.put("ruleSet", of.ruleSet());
        waitingRoom(fields, of);
        return new LaunchForm(fields, regions(of), offers(of));
    }

    private static void waitingRoom(Map<String, String> fields, LaunchDefinition of) {
        var room = of.waitingRoom();
        if (room != null) {
            fields.put("waitingRoom.lobbyOpensAt", local(room.lobbyOpensAt(), of.timeZone()));
            fields.put("waitingRoom.drawClosesAt", local(room.drawClosesAt(), of.timeZone()));
            fields.put("waitingRoom.figure", room.figure());
            fields.put("waitingRoom.figureAt", local(room.figureAt(), of.timeZone()));
            fields.put("waitingRoom.mostPerSecond", String.valueOf(room.mostPerSecond()));
            fields.put("waitingRoom.passFor", span(room.passFor(), Duration.ofMinutes(1)));
            fields.put("waitingRoom.listFor", span(room.listFor(), Duration.ofHours(1)));
        }
    }

    private static List<Region> regions(LaunchDefinition of) {
        return of.regions().stream()
                .map(region -> new Region(
                        region.id(),
                        region.name().getOrDefault("en", ""),
                        region.name().getOrDefault("zh", ""),
                        String.valueOf(region.transitWeeks())))
                .toList();
    }

    private static List<Offer> offers(LaunchDefinition of) {
        int digits = Math.max(0, Currency.getInstance(of.currency()).getDefaultFractionDigits());
        return of.offers().stream()
                .map(offer -> new Offer(
                        offer.id(),
                        offer.name().getOrDefault("en", ""),
                        offer.name().getOrDefault("zh", ""),
                        amount(offer.price(), digits),
                        amount(offer.deposit(), digits)))
                .toList();
    }

    private static String amount(long minor, int digits) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    /// A number of the unit, or ISO 8601 where it is no whole number of it.
    private static String span(Duration span, Duration unit) {
        boolean whole = span.toMillis() % unit.toMillis() == 0;
        return whole ? String.valueOf(span.toMillis() / unit.toMillis()) : span.toString();
    }

    private static String local(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : LocalDateTime.ofInstant(at, zone).withNano(0).toString();
    }

    private static int rows(MultiValueMap<String, String> said, String name) {
        var values = said.get(name);
        return values == null ? 0 : Math.min(values.size(), MAX_ROWS);
    }

    private static String first(MultiValueMap<String, String> said, String name) {
        return at(said, name, 0);
    }

    private static String at(MultiValueMap<String, String> said, String name, int row) {
        var values = said.get(name);
        return values == null || row >= values.size() ? "" : values.get(row).strip();
    }

    private static <T> List<T> plus(List<T> rows, T row) {
        var more = new ArrayList<>(rows);
        if (more.size() < MAX_ROWS) {
            more.add(row);
        }
        return more;
    }
}

package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Consent;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.LaunchDefinition.Region;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.LineView;
import dev.holdfast.launch.LaunchView.OfferView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderHistory.CompensationGiven;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.launch.OrderHistory.RefundView;
import dev.holdfast.launch.OrderHistory.StateChange;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.Window;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one launch every page test knows: an electric car in three trims and nine colours, for two regions.
final class SampleWorld {
    static final Instant NOW = Instant.parse("2026-11-20T12:03:20Z");
    static final LocalDate FIRST_WEEK = LocalDate.parse("2027-01-04");
    static final String MEMBER = "fan-000123";

    private static final List<String> COLOURS = List.of(
            "green,青绿", "white,雪白", "black,墨黑", "grey,岩灰", "blue,海蓝", "red,朱红", "orange,橙", "sand,沙", "violet,紫");

    private SampleWorld() {}

    static LaunchDefinition definition(String english, String chinese, @Nullable Instant revealAt, Instant opensAt) {
        return new LaunchDefinition(
                Map.of("en", english, "zh", chinese),
                opensAt,
                revealAt,
                null,
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                1,
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                BeyondSupply.REFUSE,
                true,
                "1",
                List.of(
                        new Region("north", Map.of("en", "North", "zh", "北区"), 0),
                        new Region("south", Map.of("en", "South", "zh", "南区"), 1)),
                offers());
    }

    static LaunchDefinition car() {
        return definition("Tern One, the electric car", "燕鸥一号 纯电轿车", null, NOW.minusSeconds(200));
    }

    private static List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        addTrim(offers, "base", "Base", "标准版", 21_990_000);
        addTrim(offers, "pro", "Pro", "高配版", 25_990_000);
        addTrim(offers, "max", "Max", "旗舰版", 29_990_000);
        return offers;
    }

    private static void addTrim(List<Offer> offers, String id, String english, String chinese, long price) {
        for (var colour : COLOURS) {
            var names = colour.split(",", -1);
            offers.add(new Offer(
                    id + "-" + names[0],
                    Map.of("en", english + ", " + names[0], "zh", chinese + "\uFF0C" + names[1]),
                    price,
                    500_000));
        }
    }

    /// What a planner would send as `options`.
    static MasterCopy options() {
        var rows = new ArrayList<List<String>>();
        for (var offer : offers()) {
            var id = offer.id().split("-", -1);
            var en = offer.name().getOrDefault("en", "").split(", ", -1);
            var zh = offer.name().getOrDefault("zh", "").split("\uFF0C", -1);
            rows.add(List.of(offer.id(), "body", "car", "", "", "", ""));
            rows.add(List.of(offer.id(), "trim", id[0], "Trim", "车型", en[0], zh[0]));
            rows.add(List.of(offer.id(), "colour", id[1], "Colour", "颜色", en[1], zh[1]));
        }
        var columns = List.of("configuration", "option", "choice", "optionEn", "optionZh", "choiceEn", "choiceZh");
        var version = new MasterVersion("options", 1, 1, NOW, "planner-1", "", rows.size());
        return new MasterCopy(version, "", columns, rows);
    }

    static LaunchView launch(State state, LaunchDefinition definition) {
        var views = new ArrayList<OfferView>();
        int number = 0;
        for (var offer : definition.offers()) {
            views.add(view(offer, number++));
        }
        var line = state == State.SCHEDULED
                ? new LineView(0, 0, 0, 0, List.of())
                : new LineView(128_431, 3_204, 118_077, 5_790, List.of());
        return new LaunchView(1, "tern-one", state, definition, !definition.sealedAt(NOW), NOW, views, line);
    }

    /// Open, and nobody knows yet how many there will be.
    static LaunchView unplanned(LaunchDefinition definition) {
        var views = definition.offers().stream()
                .map(offer -> new OfferView(offer, 0L, null, promises(null)))
                .toList();
        var line = new LineView(0, 0, 0, 0, List.of());
        return new LaunchView(1, "tern-one", State.OPEN, definition, true, NOW, views, line);
    }

    private static OfferView view(Offer offer, int number) {
        if (number % 9 == 6) {
            return new OfferView(offer, 0L, null, promises(null));
        }
        var window = Window.ofWeek(FIRST_WEEK.plusWeeks(18 + number * 7L % 23));
        return new OfferView(offer, 3_214L - 97L * number, window, promises(window));
    }

    private static Map<String, @Nullable Window> promises(@Nullable Window north) {
        var promises = new LinkedHashMap<String, @Nullable Window>();
        promises.put("north", north);
        promises.put("south", north == null ? null : Window.ofWeek(north.from().plusWeeks(1)));
        return promises;
    }

    /// Sixty weeks that ramp up, with a summer break.
    static List<Picture.Point> curve(long scale) {
        var points = new ArrayList<Picture.Point>();
        long sum = 0;
        for (int week = 0; week < 60; week++) {
            boolean summerBreak = week >= 29 && week <= 31;
            sum += summerBreak ? 0 : Math.min(scale, scale * (week + 2) / 14);
            points.add(new Picture.Point(FIRST_WEEK.plusWeeks(week), sum));
        }
        return points;
    }

    static Order order(OrderState state, String offer, long position, long rank, @Nullable Window promise) {
        var held = NOW.minusSeconds(75);
        return new Order(
                OrderId.of(1, position, 0x1234_5678_9abc_def0L),
                "tern-one",
                MEMBER,
                offer,
                "north",
                null,
                null,
                null,
                "1",
                position,
                position,
                rank,
                state,
                promise,
                new Money(25_990_000, "CNY"),
                new Money(500_000, "CNY"),
                held,
                held.plus(Duration.ofMinutes(15)),
                state == OrderState.HELD ? null : held.plusSeconds(41),
                new Order.First(offer, rank, promise, new Money(500_000, "CNY")));
    }

    static OrderHistory held() {
        var window = Window.ofWeek(LocalDate.parse("2027-08-02"));
        var order = order(OrderState.HELD, "pro-green", 12_345, 2_345, window);
        return new OrderHistory(
                order,
                List.of(new StateChange(OrderState.HELD, order.heldAt(), "ordered", MEMBER)),
                List.of(new PromiseGiven(window, order.heldAt(), "ordered")),
                null);
    }

    /// Locked, after the supply slipped twice.
    static OrderHistory moved() {
        var first = Window.ofWeek(LocalDate.parse("2027-08-02"));
        var second = Window.ofWeek(LocalDate.parse("2027-08-16"));
        var today = Window.ofWeek(LocalDate.parse("2027-08-23"));
        var order = order(OrderState.LOCKED, "pro-green", 12_345, 2_345, today);
        return new OrderHistory(
                order,
                List.of(
                        new StateChange(OrderState.HELD, order.heldAt(), "ordered", MEMBER),
                        new StateChange(OrderState.PLACED, order.heldAt().plusSeconds(41), "paid", "sandbox"),
                        new StateChange(OrderState.LOCKED, NOW.plus(Duration.ofDays(7)), "lock_time_reached", "clock")),
                List.of(
                        new PromiseGiven(first, order.heldAt(), "ordered"),
                        new PromiseGiven(second, NOW.plus(Duration.ofDays(30)), "supply_changed"),
                        new PromiseGiven(today, NOW.plus(Duration.ofDays(61)), "supply_changed")),
                null);
    }

    /// Locked under the mainland's rules, and asked whether it may come seven weeks later.
    static OrderHistory asked() {
        var moved = moved();
        var agreed = Window.ofWeek(LocalDate.parse("2027-08-02"));
        var today = Window.ofWeek(LocalDate.parse("2027-09-20"));
        var order = order(OrderState.LOCKED, "pro-green", 12_345, 2_345, today);
        var askedAt = NOW.plus(Duration.ofDays(61));
        var deposit = new Money(500_000, "CNY");
        return new OrderHistory(
                order,
                moved.states(),
                List.of(
                        new PromiseGiven(agreed, order.heldAt(), "ordered"),
                        new PromiseGiven(today, askedAt, "supply_changed")),
                null,
                new Consent(
                        Consent.State.ASKED,
                        agreed,
                        today,
                        "supply_changed",
                        askedAt,
                        askedAt.plus(Duration.ofDays(30)),
                        false,
                        deposit,
                        deposit,
                        askedAt),
                List.of(
                        new CompensationGiven("late", new Money(140_000, "CNY"), true, false, askedAt, null),
                        new CompensationGiven("year", new Money(50_000, "CNY"), false, false, askedAt, PAID)));
    }

    private static final Settlement PAID =
            new Settlement(Settlement.Way.PAID, "ZH-2027-0412", NOW.plus(Duration.ofDays(63)));

    static OrderHistory cancelled() {
        var window = Window.ofWeek(LocalDate.parse("2027-08-02"));
        var order = order(OrderState.CANCELLED, "pro-green", 12_345, 2_345, window);
        var at = NOW.plus(Duration.ofHours(3));
        return new OrderHistory(
                order,
                List.of(
                        new StateChange(OrderState.HELD, order.heldAt(), "ordered", MEMBER),
                        new StateChange(OrderState.PLACED, order.heldAt().plusSeconds(41), "paid", "sandbox"),
                        new StateChange(OrderState.CANCELLED, at, "cancelled", MEMBER)),
                List.of(new PromiseGiven(window, order.heldAt(), "ordered")),
                new RefundView(new Money(500_000, "CNY"), at, null, "cancelled"));
    }
}

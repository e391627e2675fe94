package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.handover.Checklist;
import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.HandOver.Answer;
import dev.holdfast.delivery.handover.Point;
import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.slot.Appointment;
import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.delivery.slot.Bay;
import dev.holdfast.delivery.slot.Booked;
import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Session;
import dev.holdfast.service.ticket.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Times to choose from, a day at a centre, and a hand-over as the tablet and the owner see it.
final class SampleHandOver {
    private static final Assets ASSETS = new Assets();
    private static final String CENTRE = "centre:north";
    private static final String SERIAL = "1M8GDM9AXKP042788";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Places PLACES = new Places(
            Map.of(
                    CENTRE,
                    Map.of("en", "Larchmere delivery centre", "zh", "落松镇交付中心"),
                    "larchmere-01",
                    Map.of("en", "Larch Street", "zh", "落叶松街店")),
            Map.of(CENTRE, ZONE, "larchmere-01", ZONE));
    private static final Instant MORNING = NOW.plus(Duration.ofDays(2));

    private final Words words;
    private final OrderId order = SampleWorld.moved().order().id();

    SampleHandOver(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("slots-choose", slots(State.WAITING, 2));
        pages.put("slots-wait", slots(State.WAITING, 40));
        pages.put("slots-held", slots(State.HELD, 0));
        pages.put("slots-confirmed", slots(State.CONFIRMED, 0));
        pages.put("slots-none", page(null));
        pages.put(
                "handover",
                SamplePages.render(
                        "handover",
                        new HandOverPage(
                                frame(SampleWorld.MEMBER),
                                order,
                                record(NOW, LocalDate.parse("2026-11-20")),
                                ZONE,
                                null)));
        pages.put(
                "handover-done",
                SamplePages.render(
                        "handover",
                        new HandOverPage(frame(SampleWorld.MEMBER), order, record(null, null), ZONE, null)));
        var late = new OverduePart(words, new Overdue(List.of(), List.of()), List.of(), PLACES, false);
        pages.put(
                "store",
                SamplePages.render(
                        "store", new StorePage(frame("porter-3"), PLACES, List.of(CENTRE, "larchmere-01"), late)));
        pages.put("store-day", day());
        pages.put("store-slots", slotsOf(false));
        pages.put("network-slots", slotsOf(true));
        pages.put(
                "store-handover",
                SamplePages.render(
                        "storeHandOver", new StoreHandOverPage(frame("porter-3"), PLACES, record(null, null), null)));
        return pages;
    }

    private Frame frame(String member) {
        var role = member.equals(SampleWorld.MEMBER) ? "fan" : "store";
        var session = new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/store", session, () -> "token", ASSETS);
    }

    private String slots(State state, long ahead) {
        var until = state == State.HELD ? NOW.plus(Duration.ofMinutes(12)) : null;
        var own = state.name().equals("WAITING") ? null : slot(1, 3);
        var appointment = new Appointment(
                order,
                SampleWorld.MEMBER,
                "north",
                NOW,
                state,
                own == null ? null : own.number(),
                until,
                NOW,
                false,
                0,
                NOW);
        var open = IntStream.range(2, 12)
                .mapToObj(number -> slot(number, number % 4))
                .toList();
        return page(new Choice(appointment, own, ahead, 21, open));
    }

    private String page(@Nullable Choice choice) {
        return SamplePages.render("slots", new SlotPage(frame(SampleWorld.MEMBER), order, choice, PLACES, null));
    }

    private static Slot slot(int number, int taken) {
        var from = MORNING.plus(Duration.ofHours(number % 6 + 24L * (number / 6)));
        var bay = number % 3 == 0 ? Bay.EXPRESS : Bay.HAND_OVER;
        return new Slot(number, CENTRE, "north", bay, from, from.plus(Duration.ofHours(1)), 5, taken);
    }

    private String day() {
        var slots = List.of(slot(1, 2), slot(2, 0), slot(3, 1));
        var booked = List.of(
                new Booked(order, 1, State.CONFIRMED, SERIAL, "pro-green"),
                new Booked(order, 1, State.DONE, "1M8GDM9A1KP042789", "max-white"),
                new Booked(order, 3, State.HELD, "1M8GDM9A8KP042790", "base-blue"));
        var day = new SlotDesk.Day(CENTRE, LocalDate.ofInstant(MORNING, ZONE), ZONE, slots, booked);
        return SamplePages.render(
                "storeDay",
                new StoreDayPage(frame("porter-3"), PLACES, day, Map.of(order.launch(), SampleWorld.car())));
    }

    private String slotsOf(boolean office) {
        var centre = new Centre(
                "north",
                Map.of("en", "Larchmere delivery centre", "zh", "落松镇交付中心"),
                "Larchmere",
                900,
                4,
                6,
                true,
                ZONE.getId(),
                "123456",
                "09:00",
                "18:00",
                "");
        var first = LocalDate.ofInstant(NOW, ZONE);
        var slots = IntStream.range(0, 14)
                .mapToObj(number -> slot(number, number % 6))
                .toList();
        var days = IntStream.range(1, 7).mapToObj(first::plusDays).toList();
        var week = new SlotDesk.Week(CENTRE, first, NOW, centre, List.of(Bay.values()), slots, days);
        var told = office ? null : words.count("slots.closed", 3);
        var notice = office
                ? Notice.of(
                        words.say("slots.refused"),
                        words.say(
                                "slots.fault",
                                words.day(first.plusDays(6)),
                                words.say("slots.field.from"),
                                Reasons.of("is, or goes on, while the centre is closed", words)))
                : null;
        var frame = new Frame(
                words,
                "/",
                new Session("operator-1", Set.of(office ? "operator" : "store"), NOW, NOW.plus(Duration.ofHours(12))),
                () -> "token",
                ASSETS);
        var page = new PlaceSlotsPage(frame, office, PLACES, week, 17, Typed.NOTHING, null, told, notice);
        return SamplePages.render(office ? "staffPlaceSlots" : "storeSlots", page);
    }

    private HandOver record(@Nullable Instant deliveredAt, @Nullable LocalDate warranty) {
        var points = List.of(
                point("outside", "The outside is without fault", "外观无瑕疵"),
                point("inside", "The inside is without fault", "内部无瑕疵"),
                point("explained", "It was shown and explained", "已讲解和演示"));
        Map<String, Answer> answers = new HashMap<>();
        answers.put("outside", said("outside", true, "", 40));
        answers.put("inside", said("inside", true, words.say("handover.good"), 35));
        return new HandOver(
                order,
                SERIAL,
                CENTRE,
                new Checklist(1, points),
                answers,
                Map.of("M-7", said("M-7", null, "042788", 30)),
                List.of(said("", null, "2 × key", 25)),
                deliveredAt == null
                        ? null
                        : said("owner", null, "M40,120 L90,60 L140,150 L200,70 L260,140 L380,90", 12),
                List.of(),
                NOW.minus(Duration.ofMinutes(10)),
                null,
                deliveredAt,
                warranty,
                List.of());
    }

    private static Point point(String id, String english, String chinese) {
        return new Point(id, Map.of("en", english, "zh", chinese), true, false);
    }

    private static Answer said(String subject, @Nullable Boolean good, String text, int minutesAgo) {
        return new Answer(subject, good, text, NOW.minus(Duration.ofMinutes(minutesAgo)), "porter-3");
    }
}

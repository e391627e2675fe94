package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Session;
import dev.holdfast.service.ticket.Overdue;
import dev.holdfast.service.ticket.Overdue.Late;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Step;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.Ticket.State;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.work.Stock;
import dev.holdfast.service.work.WorkLine;
import dev.holdfast.service.work.WorkLine.PartState;
import dev.holdfast.service.work.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What comes after a hand-over, as an owner and as a store see it.
final class SampleService {
    private static final Assets ASSETS = new Assets();
    private static final String STORE = "larchmere-01";
    private static final String SERIAL = "1M8GDM9AXKP042788";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> NAME = Map.of("en", "Larch Street", "zh", "落叶松街店");
    private static final Places PLACES = new Places(Map.of(STORE, NAME), Map.of(STORE, ZONE));
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("safety", Map.of("en", "I do not feel safe with it", "zh", "安全问题"), 4),
            new Subject("fault", Map.of("en", "Something does not work", "zh", "功能故障"), 24));

    private final Words words;
    private final OrderId order = SampleWorld.moved().order().id();

    SampleService(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("owned-unit", unit());
        pages.put("ticket", ticket(State.DIAGNOSED, false));
        pages.put("ticket-done", ticket(State.DONE, false));
        pages.put("ticket-late", ticket(State.OPEN, false));
        pages.put("store-ticket", ticket(State.OPEN, true));
        pages.put(
                "store-tickets",
                SamplePages.render(
                        "storeTickets",
                        new StoreTicketsPage(
                                frame("clerk-7", "store"),
                                STORE,
                                PLACES,
                                SUBJECTS,
                                List.of(ticket(State.OPEN, 41), ticket(State.IN_WORK, 38)),
                                NOW)));
        pages.put("staff-overdue", overdue());
        pages.put(
                "store-parts",
                SamplePages.render(
                        "storeParts",
                        new StorePartsPage(
                                frame("clerk-7", "store"),
                                STORE,
                                PLACES,
                                List.of(
                                        new Stock(STORE, "BP-100", 40, 6, 22, 0, null),
                                        new Stock(STORE, "SEAT-7", 3, 0, 3, 2, LocalDate.parse("2026-12-04"))),
                                null)));
        pages.putAll(new SampleRemedies(words).all());
        return pages;
    }

    private String overdue() {
        Ticket late = ticket(State.OPEN, 41);
        var found = new Overdue(List.of(new Late(STORE, 1, late.answerDue())), List.of(late));
        var part = new OverduePart(words, found, SUBJECTS, PLACES, true);
        return SamplePages.render("staffOverdue", new StaffOverduePage(frame("operator-7", "operator"), null, part));
    }

    private String unit() {
        var owned = new OwnedUnit(
                order,
                SampleWorld.MEMBER,
                "tern-one",
                SERIAL,
                "pro-green",
                "north",
                NOW.minus(Duration.ofDays(20)),
                LocalDate.parse("2026-11-01"));
        return SamplePages.render(
                "ownedUnit",
                new OwnedUnitPage(
                        frame(SampleWorld.MEMBER, "fan"),
                        order,
                        owned,
                        SUBJECTS,
                        Map.of(STORE, NAME),
                        List.of(ticket(State.OPEN, 41), ticket(State.CONFIRMED, 12)),
                        ZONE,
                        NOW,
                        null));
    }

    private String ticket(State state, boolean desk) {
        var history = new TicketHistory(
                ticket(state, 41),
                state == State.OPEN ? steps().subList(0, 1) : state == State.DONE ? steps() : steps().subList(0, 3),
                List.of());
        Map<String, Map<String, String>> elsewhere =
                desk ? Map.of("pinehill-01", Map.of("en", "Pine Hill", "zh", "松山店")) : Map.of();
        var reader = desk ? frame("clerk-7", "store") : frame(SampleWorld.MEMBER, "fan");
        return SamplePages.render(
                "ticket", new TicketPage(reader, history, SUBJECTS, work(state), PLACES, elsewhere, desk, NOW, null));
    }

    private List<Step> steps() {
        String said = words == Words.CHINESE ? "左前轮在低速转弯时有异响。" : "The front left wheel rattles in slow turns.";
        String found = words == Words.CHINESE ? "制动片磨损，需更换。" : "The pad is worn and has to be replaced.";
        return List.of(
                step(1, 30, "open", Side.OWNER, said),
                step(2, 26, "said", Side.STAFF, found),
                step(3, 20, "diagnosed", Side.STAFF, ""),
                step(4, 9, "in_work", Side.STAFF, ""),
                step(5, 2, "done", Side.STAFF, ""));
    }

    private List<WorkOrder> work(State state) {
        if (state == State.OPEN) {
            return List.of();
        }
        boolean done = state == State.DONE;
        var parts = done ? PartState.USED : PartState.WAITING;
        return List.of(new WorkOrder(
                17,
                41L,
                null,
                order,
                SampleWorld.MEMBER,
                7,
                SERIAL,
                "pro-green",
                STORE,
                8_400,
                "CNY",
                done ? WorkOrder.State.DONE : WorkOrder.State.OFFERED,
                NOW,
                null,
                NOW,
                done ? null : LocalDate.parse("2026-12-04"),
                List.of(
                        line(1, "brake-pad", "BP-100", 2, 0, true, parts),
                        line(2, "wheel", null, 0, 42_000, false, PartState.NONE)),
                List.of()));
    }

    private static WorkLine line(
            int number,
            String component,
            @Nullable String part,
            int quantity,
            long amount,
            boolean covered,
            PartState stock) {
        String reason = covered ? "covered" : "km_over";
        return new WorkLine(
                number, component, "", 45, part, quantity, amount, covered, "wear", 2, reason, null, null, stock);
    }

    private static Step step(long number, int hoursAgo, String step, Side side, String said) {
        String actor = side == Side.STAFF ? "clerk-7" : SampleWorld.MEMBER;
        return new Step(number, NOW.minus(Duration.ofHours(hoursAgo)), step, side, actor, said, null);
    }

    private Ticket ticket(State state, long number) {
        Instant opened = NOW.minus(Duration.ofHours(30));
        boolean found = state != State.OPEN;
        @Nullable Instant answered = found ? opened.plus(Duration.ofHours(4)) : null;
        return new Ticket(
                number,
                order,
                SampleWorld.MEMBER,
                7,
                SERIAL,
                "pro-green",
                STORE,
                "fault",
                state,
                opened,
                opened.plus(Duration.ofHours(24)),
                answered,
                NOW.minus(Duration.ofHours(2)),
                found ? "brake-pad" : null,
                found ? "noise" : null,
                found ? "BP-2611-7" : null,
                state == State.CONFIRMED ? 5 : null);
    }

    private Frame frame(String member, String role) {
        var session = new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/orders", session, () -> "token", ASSETS);
    }
}

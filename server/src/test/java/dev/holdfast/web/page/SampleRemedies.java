package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.slot.Bay;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Session;
import dev.holdfast.service.recall.RecallUnit;
import dev.holdfast.service.recall.Recalls;
import dev.holdfast.service.recall.RemedyChoice;
import dev.holdfast.service.recall.RemedyDesk;
import dev.holdfast.service.work.WorkLine;
import dev.holdfast.service.work.WorkLine.PartState;
import dev.holdfast.service.work.WorkOrder;
import dev.holdfast.service.work.WorkOrder.State;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is called back, as its owner chooses a time and as a store sees it come.
final class SampleRemedies {
    private static final String STORE = "larchmere-01";
    private static final String SERIAL = "1M8GDM9AXKP042788";
    private static final Places PLACES = new Places(
            Map.of(STORE, Map.of("en", "Larch Street", "zh", "落叶松街店")), Map.of(STORE, ZoneId.of("Asia/Shanghai")));

    private final Words words;
    private final OrderId order = SampleWorld.moved().order().id();

    SampleRemedies(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var slot = slot(3);
        pages.put("remedy", remedy(null, null, slots(), null));
        pages.put("remedy-booked", remedy(work(State.PLANNED), slot, slots(), null));
        pages.put("remedy-parts", remedy(null, null, List.of(), LocalDate.parse("2026-12-04")));
        var due = List.of(
                new RemedyDesk.Due(work(State.IN_WORK), SampleQuality.recall(), slot(1)),
                new RemedyDesk.Due(work(State.PLANNED), SampleQuality.recall(), slot),
                new RemedyDesk.Due(work(State.PLANNED), SampleQuality.recall(), null));
        pages.put(
                "store-remedies",
                SamplePages.render(
                        "storeRemedies", new StoreRemediesPage(frame("clerk-7", "store"), STORE, PLACES, due, null)));
        return pages;
    }

    private String remedy(@Nullable WorkOrder work, @Nullable Slot slot, List<Slot> open, @Nullable LocalDate partsOn) {
        var unit = new RecallUnit(1, SERIAL, 7, true, order, SampleWorld.MEMBER, null, List.of());
        var own = new Recalls.Own(SampleQuality.recall(), unit);
        var choice = new RemedyChoice(own, work, slot, open, partsOn);
        return SamplePages.render(
                "remedy", new RemedyPage(frame(SampleWorld.MEMBER, "fan"), order, choice, PLACES, null));
    }

    private static List<Slot> slots() {
        return IntStream.of(2, 4, 28, 30).mapToObj(SampleRemedies::slot).toList();
    }

    private static Slot slot(int hoursAhead) {
        var from = NOW.plus(Duration.ofHours(hoursAhead));
        return new Slot(
                hoursAhead, STORE, "service:" + STORE, Bay.SERVICE, from, from.plus(Duration.ofMinutes(30)), 3, 1);
    }

    private WorkOrder work(State state) {
        var part = new WorkLine(
                1, "CELL-9", "", 40, "CELL-9", 1, 0, true, null, null, "recall", null, null, PartState.RESERVED);
        return new WorkOrder(
                19,
                null,
                "1",
                order,
                SampleWorld.MEMBER,
                7,
                SERIAL,
                "pro-green",
                STORE,
                null,
                "CNY",
                state,
                NOW,
                NOW,
                NOW,
                null,
                List.of(part),
                List.of());
    }

    private Frame frame(String member, String role) {
        var session = new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/orders", session, () -> "token", new Assets());
    }
}

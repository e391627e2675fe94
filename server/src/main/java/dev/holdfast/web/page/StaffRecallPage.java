package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.service.recall.Recall;
import dev.holdfast.service.recall.RecallUnit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A recall: how far it is, and who is still to be reached.
///
/// @param curve how many were remedied on each day on which any was
/// @param unreached whether the units are those alone whose owners are still to be reached
/// @param size of a full page of units
record StaffRecallPage(
        Frame frame,
        LaunchView launch,
        Recall recall,
        SortedMap<LocalDate, Integer> curve,
        List<RecallUnit> units,
        Places places,
        boolean unreached,
        int size,
        Instant now,
        Typed typed,
        @Nullable Notice notice) {
    /// Two years: after that a curve has no news.
    private static final int WEEKS = 104;

    StaffRecallPage {
        units = List.copyOf(units);
    }

    Words words() {
        return frame.words();
    }

    static String address(int number) {
        return "/operator/recalls/" + number;
    }

    String address() {
        return address(recall.number());
    }

    @Nullable
    String next() {
        return units.size() < size
                ? null
                : address() + "?unreached=" + unreached + "&after="
                        + units.getLast().serial();
    }

    /// What an empty list says: the page after the last is empty too.
    String none() {
        return words().say(unreached && recall.unreached() == 0 ? "recall.unreached.none" : "recall.list.none");
    }

    String title() {
        return words().name(recall.told().title());
    }

    String at(Instant at) {
        return words().instant(at, launch.definition().timeZone());
    }

    /// Empty: not yet.
    String remedied(RecallUnit unit) {
        var remedied = unit.remedied();
        return remedied == null ? "" : at(remedied.at()) + " · " + places.name(remedied.place(), words());
    }

    /// What was remedied by the end of each week, against all there is.
    Steps completion() {
        LocalDate first = monday(recall.begunAt());
        LocalDate last = monday(recall.closedAt() == null ? now : recall.closedAt());
        var weeks = new ArrayList<Steps.Week>();
        for (LocalDate week = first; !week.isAfter(last) && weeks.size() < WEEKS; week = week.plusWeeks(1)) {
            long done = curve.headMap(week.plusWeeks(1)).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            weeks.add(new Steps.Week(week, recall.units(), done, false));
        }
        return new Steps(
                "completion",
                words().say("recall.curve"),
                weeks,
                words().say("recall.units"),
                words().say("recall.remedied"),
                "",
                words().say("recall.curve.summary", words().number(recall.remedied()), words().number(recall.units())),
                words());
    }

    private LocalDate monday(Instant at) {
        return at.atZone(launch.definition().timeZone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}

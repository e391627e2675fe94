package dev.holdfast.web;

import dev.holdfast.service.recall.Recall;
import dev.holdfast.service.recall.RecallUnit;
import dev.holdfast.service.recall.Recalls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Recalls as the interface tells them: the names of the components are those of the members.
final class RecallViews {
    private RecallViews() {}

    /// @param listedMs how long it took from the act to the whole list of units and owners
    record RecallView(
            int number,
            String launch,
            @Nullable Integer incident,
            List<String> lots,
            boolean drill,
            String severity,
            Map<String, String> title,
            Map<String, String> remedy,
            List<String> parts,
            int minutes,
            Instant begunAt,
            String actor,
            long listedMs,
            @Nullable Instant closedAt,
            int units,
            int owned,
            int remedied,
            int unreached) {
        static RecallView of(Recall recall) {
            return new RecallView(
                    recall.number(),
                    recall.launch(),
                    recall.told().incident(),
                    recall.told().lots(),
                    recall.drill(),
                    recall.told().severity().word(),
                    recall.told().title(),
                    recall.told().remedy(),
                    recall.told().parts(),
                    recall.told().minutes(),
                    recall.begunAt(),
                    recall.actor(),
                    recall.listed().toMillis(),
                    recall.closedAt(),
                    recall.units(),
                    recall.owned(),
                    recall.remedied(),
                    recall.unreached());
        }
    }

    record RecallsView(List<RecallView> recalls) {}

    record ContactView(String way, String outcome, Instant at, String actor, String words) {}

    record RecalledView(
            String serial,
            boolean delivered,
            @Nullable String order,
            @Nullable String member,
            @Nullable Instant remediedAt,
            @Nullable String place,
            String reached,
            List<ContactView> contacts) {
        static RecalledView of(RecallUnit unit) {
            return new RecalledView(
                    unit.serial(),
                    unit.delivered(),
                    unit.order() == null ? null : unit.order().toString(),
                    unit.member(),
                    unit.remedied() == null ? null : unit.remedied().at(),
                    unit.remedied() == null ? null : unit.remedied().place(),
                    unit.reached().word(),
                    unit.contacts().stream()
                            .map(one -> new ContactView(
                                    one.way().word(), one.outcome().word(), one.at(), one.actor(), one.words()))
                            .toList());
        }
    }

    /// @param curve how many were remedied on each day on which any was
    record RecallUnitsView(
            RecallView recall,
            SortedMap<LocalDate, Integer> curve,
            List<RecalledView> units,
            @Nullable String next) {}

    record OwnRecallView(
            int number,
            String serial,
            String severity,
            Map<String, String> title,
            Map<String, String> remedy,
            int minutes,
            Instant begunAt,
            @Nullable Instant remediedAt) {
        static OwnRecallView of(Recalls.Own own) {
            return new OwnRecallView(
                    own.recall().number(),
                    own.unit().serial(),
                    own.recall().told().severity().word(),
                    own.recall().told().title(),
                    own.recall().told().remedy(),
                    own.recall().told().minutes(),
                    own.recall().begunAt(),
                    own.unit().remedied() == null ? null : own.unit().remedied().at());
        }
    }

    record OwnRecallsView(List<OwnRecallView> recalls) {}
}

package dev.holdfast.web;

import dev.holdfast.delivery.unit.QuarantinedUnit;
import dev.holdfast.service.quality.Alarm;
import dev.holdfast.service.quality.Bulletin;
import dev.holdfast.service.quality.Cell;
import dev.holdfast.service.quality.Incident;
import dev.holdfast.service.quality.NewStop;
import dev.holdfast.service.quality.Rates;
import dev.holdfast.service.quality.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the quality desk reads, as the interface tells it: the names of the components are those of the
/// members.
final class QualityViews {
    private QualityViews() {}

    /// @param unitDays against which the rate is; the rate and its interval are for a thousand units and
    ///     thirty days
    record CellView(
            String by,
            String value,
            int faults,
            int units,
            long unitDays,
            double rate,
            double lower,
            @Nullable Double upper) {
        static CellView of(Cell cell) {
            double upper = cell.interval().upper();
            return new CellView(
                    cell.by().word(),
                    cell.value(),
                    cell.faults(),
                    cell.units(),
                    (long) cell.unitDays(),
                    cell.rate(),
                    cell.interval().lower(),
                    Double.isInfinite(upper) ? null : upper);
        }
    }

    record RowView(CellView cell, double expected, double chance, double allowed, boolean alarming) {
        static RowView of(Rates.Row row) {
            return new RowView(CellView.of(row.cell()), row.expected(), row.chance(), row.allowed(), row.alarming());
        }
    }

    record RatesView(
            List<String> components,
            @Nullable String component,
            @Nullable CellView all,
            List<RowView> rows,
            @Nullable Instant lookedAt) {}

    record AlarmView(String by, String value, int faults, double expected, double chance, double allowed) {
        static AlarmView of(Alarm alarm) {
            return new AlarmView(
                    alarm.by().word(),
                    alarm.value(),
                    alarm.faults(),
                    alarm.expected(),
                    alarm.chance(),
                    alarm.allowed());
        }
    }

    record StepView(String act, Instant at, String actor, String words) {}

    record IncidentView(
            int number,
            String launch,
            String source,
            String component,
            String symptom,
            String severity,
            String words,
            String state,
            @Nullable AlarmView alarm,
            List<String> lots,
            List<String> units,
            List<StepView> steps) {
        static IncidentView of(Incident incident) {
            return new IncidentView(
                    incident.number(),
                    incident.launch(),
                    incident.source().word(),
                    incident.component(),
                    incident.symptom(),
                    incident.severity().word(),
                    incident.words(),
                    incident.state().word(),
                    incident.alarm() == null ? null : AlarmView.of(incident.alarm()),
                    incident.lots(),
                    incident.units(),
                    incident.steps().stream()
                            .map(step -> new StepView(step.act().word(), step.at(), step.actor(), step.words()))
                            .toList());
        }
    }

    record IncidentsView(List<IncidentView> incidents) {}

    record StockView(String component, long quantity) {
        static @Nullable StockView of(NewStop.@Nullable Stock stock) {
            return stock == null ? null : new StockView(stock.component(), stock.quantity());
        }
    }

    record StopView(
            int number,
            String launch,
            @Nullable String lot,
            Map<String, String> words,
            @Nullable Integer incident,
            @Nullable StockView supply,
            Instant at,
            String actor,
            @Nullable Instant releasedAt,
            int units,
            int stopped) {
        static StopView of(Stop stop) {
            return new StopView(
                    stop.number(),
                    stop.launch(),
                    stop.quarantine().lot(),
                    stop.words(),
                    stop.incident(),
                    StockView.of(stop.supply()),
                    stop.quarantine().at(),
                    stop.quarantine().actor(),
                    stop.quarantine().releasedAt(),
                    stop.quarantine().units(),
                    stop.quarantine().stopped());
        }
    }

    record StopsView(List<StopView> stops) {}

    /// @param state that it was in when it was stopped
    record StoppedUnitView(
            String serial,
            String configuration,
            String state,
            @Nullable String order,
            @Nullable String member,
            @Nullable Instant releasedAt) {
        static StoppedUnitView of(QuarantinedUnit unit) {
            return new StoppedUnitView(
                    unit.serial(),
                    unit.configuration(),
                    unit.state().word(),
                    unit.order() == null ? null : unit.order().toString(),
                    unit.member(),
                    unit.releasedAt());
        }
    }

    record StopUnitsView(
            StopView stop,
            List<StoppedUnitView> units,
            @Nullable Long next) {}

    record BulletinView(
            int number,
            int incident,
            String product,
            Map<String, String> attribute,
            Map<String, String> from,
            Map<String, String> to,
            String reason,
            Instant at,
            String actor,
            @Nullable Integer version) {
        static BulletinView of(Bulletin bulletin) {
            return new BulletinView(
                    bulletin.number(),
                    bulletin.incident(),
                    bulletin.product(),
                    bulletin.attribute(),
                    bulletin.from(),
                    bulletin.to(),
                    bulletin.reason(),
                    bulletin.at(),
                    bulletin.actor(),
                    bulletin.version());
        }
    }

    record BulletinsView(List<BulletinView> bulletins) {}
}

package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.unit.Quarantine;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.member.Session;
import dev.holdfast.service.quality.Alarm;
import dev.holdfast.service.quality.Bulletin;
import dev.holdfast.service.quality.By;
import dev.holdfast.service.quality.Cell;
import dev.holdfast.service.quality.Incident;
import dev.holdfast.service.quality.IncidentAct;
import dev.holdfast.service.quality.IncidentState;
import dev.holdfast.service.quality.NewStop;
import dev.holdfast.service.quality.Rates;
import dev.holdfast.service.quality.Severity;
import dev.holdfast.service.quality.Source;
import dev.holdfast.service.quality.Stop;
import dev.holdfast.service.recall.Contact;
import dev.holdfast.service.recall.NewRecall;
import dev.holdfast.service.recall.Reached;
import dev.holdfast.service.recall.Recall;
import dev.holdfast.service.recall.RecallUnit;
import dev.holdfast.service.recall.Way;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The quality desk with a bad lot on it, and a recall under way.
final class SampleQuality {
    private static final Map<String, String> TOLD =
            Map.of("en", "A cell may swell. Please do not charge beyond 80 %.", "zh", "电芯可能鼓包，请勿充至80%以上。");

    private final Words words;

    SampleQuality(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var session = new Session("operator-1", Set.of("operator"), NOW, NOW.plus(Duration.ofHours(12)));
        var frame = new Frame(words, "/", session, () -> "token", new Assets());
        pages.put(
                "desk-quality",
                SamplePages.render(
                        "staffQuality",
                        new StaffQualityPage(
                                frame,
                                launch,
                                List.of("battery", "seat"),
                                rates(),
                                NOW,
                                List.of(incident()),
                                List.of(stop()),
                                List.of(recall()),
                                List.of(bulletin()),
                                Typed.NOTHING,
                                null)));
        var curve = new TreeMap<LocalDate, Integer>();
        for (int day = 1; day < 60; day++) {
            curve.put(NOW.minus(Duration.ofDays(day)).atZone(ZoneOffset.UTC).toLocalDate(), 3);
        }
        pages.put(
                "desk-recall",
                SamplePages.render(
                        "staffRecall",
                        new StaffRecallPage(
                                frame,
                                launch,
                                recall(),
                                curve,
                                units(),
                                SampleHandOver.PLACES,
                                false,
                                50,
                                NOW,
                                Typed.NOTHING,
                                null)));
        return pages;
    }

    private static Rates rates() {
        var all = new Cell(By.CONFIGURATION, "", 41, 12_000, 900_000);
        return new Rates(
                "battery",
                NOW,
                all,
                List.of(
                        row(new Cell(By.LOT, "cell-2026-44-B", 14, 480, 31_000), 1.4, 1e-10),
                        row(new Cell(By.LOT, "cell-2026-43-A", 3, 520, 39_000), 1.8, 0.27),
                        row(new Cell(By.WEEK, "2026-10-26", 16, 900, 52_000), 2.4, 1e-9),
                        row(new Cell(By.CONFIGURATION, "pro-green", 22, 6_000, 450_000), 20.5, 0.39)));
    }

    private static Rates.Row row(Cell cell, double expected, double chance) {
        return new Rates.Row(cell, expected, chance, 1e-6);
    }

    private static Incident incident() {
        return new Incident(
                4,
                "tern-one",
                Source.RATE,
                "battery",
                "lot cell-2026-44-B",
                Severity.SAFETY,
                "14 found where 1.4 were to be expected",
                IncidentState.CONFIRMED,
                new Alarm(By.LOT, "cell-2026-44-B", 14, 1.4, 1e-10, 1e-6),
                List.of("cell-2026-44-B"),
                List.of(),
                List.of(
                        new Incident.Step(IncidentAct.OPENED, NOW.minus(Duration.ofDays(3)), "watch", "14 found"),
                        new Incident.Step(
                                IncidentAct.CONFIRMED, NOW.minus(Duration.ofDays(2)), "quality-1", "Report 4711")));
    }

    private static Stop stop() {
        return new Stop(
                new Quarantine(2, "cell-2026-44-B", "", NOW.minus(Duration.ofDays(2)), "quality-1", null, 480, 312),
                "tern-one",
                TOLD,
                4,
                new NewStop.Stock("battery-cell", 960));
    }

    static Recall recall() {
        var told = new NewRecall(
                4,
                List.of("cell-2026-44-B"),
                false,
                Severity.SAFETY,
                Map.of("en", "A cell may swell", "zh", "电芯可能鼓包"),
                TOLD,
                List.of("cell pack"),
                90);
        return new Recall(
                1,
                "tern-one",
                told,
                NOW.minus(Duration.ofDays(70)),
                "quality-1",
                Duration.ofMillis(34),
                null,
                480,
                168,
                177,
                31);
    }

    private static List<RecallUnit> units() {
        var mailed = new Contact("LW-000123", Way.MAIL, Reached.BOUNCED, NOW.minus(Duration.ofDays(69)), "mail", "");
        var called = new Contact("LW-000123", Way.PHONE, Reached.REACHED, NOW.minus(Duration.ofDays(60)), "north", "");
        return List.of(
                new RecallUnit(1, "LW-000123", 1, true, null, "fan-000123", null, List.of(mailed, called)),
                new RecallUnit(
                        1,
                        "LW-000124",
                        1,
                        false,
                        null,
                        null,
                        new RecallUnit.Remedied(NOW.minus(Duration.ofDays(12)), "centre:north", "quality-1"),
                        List.of()));
    }

    private static Bulletin bulletin() {
        return new Bulletin(
                1,
                4,
                "tern-one",
                Map.of("en", "cell", "zh", "电芯"),
                Map.of("en", "pouch", "zh", "软包"),
                Map.of("en", "can", "zh", "硬壳"),
                "Pouches swell when they are pressed.",
                NOW,
                "quality-1",
                null);
    }
}

package dev.holdfast.run;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.LaunchDefinition.Region;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/// The sample world's electric car: three trims in nine colours, two regions, and a plant that takes ten weeks to
/// reach its pace. Everything about it is made up.
final class SampleCar {
    static final String SLUG = "larkwing-one";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final int WEEKS = 60;
    /// From taking orders to the first hand-over.
    private static final int WEEKS_BEFORE_FIRST = 6;
    private static final int WEEKS_TO_FULL_PACE = 10;
    private static final long DEPOSIT = 500_000;

    /// @param perWeek units at full pace in an average colour
    record Trim(String id, String en, String zh, long price, int perWeek) {}

    /// @param share of the average colour, in percent
    record Colour(String id, String en, String zh, int share) {}

    static final List<Trim> TRIMS = List.of(
            new Trim("city", "City", "城市版", 21_990_000, 60),
            new Trim("tour", "Tour", "远行版", 24_990_000, 80),
            new Trim("peak", "Peak", "巅峰版", 29_990_000, 30));

    static final List<Colour> COLOURS = List.of(
            new Colour("moss", "moss green", "苔绿", 150),
            new Colour("snow", "snow white", "雪白", 150),
            new Colour("slate", "slate grey", "岩灰", 120),
            new Colour("ink", "ink black", "墨黑", 110),
            new Colour("lake", "lake blue", "湖蓝", 100),
            new Colour("maple", "maple red", "枫红", 90),
            new Colour("sand", "sand gold", "沙金", 70),
            new Colour("dusk", "dusk violet", "暮紫", 60),
            new Colour("mist", "mist silver", "雾银", 50));

    private SampleCar() {}

    static LaunchDefinition definition(Instant now) {
        return new LaunchDefinition(
                Map.of("en", "Larkwing One", "zh", "云雀一号"),
                now,
                null,
                null,
                ZONE,
                "CNY",
                2,
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                BeyondSupply.REFUSE,
                true,
                null,
                List.of(
                        new Region("north", Map.of("en", "North", "zh", "北区"), 0),
                        new Region("south", Map.of("en", "South", "zh", "南区"), 1)),
                TRIMS.stream()
                        .flatMap(trim -> COLOURS.stream().map(colour -> offer(trim, colour)))
                        .toList());
    }

    private static Offer offer(Trim trim, Colour colour) {
        return new Offer(
                trim.id() + "-" + colour.id(),
                Map.of("en", trim.en() + ", " + colour.en(), "zh", trim.zh() + " " + colour.zh()),
                trim.price(),
                DEPOSIT);
    }

    /// The supply file an operator would upload.
    static String supply(Instant now) {
        var csv = new StringBuilder("offer,week,quantity\n");
        var first = firstWeek(now);
        for (var trim : TRIMS) {
            for (var colour : COLOURS) {
                for (var week = 0; week < WEEKS; week++) {
                    csv.append(trim.id()).append('-').append(colour.id());
                    csv.append(',').append(first.plusWeeks(week));
                    csv.append(',').append(units(trim, colour, week)).append('\n');
                }
            }
        }
        return csv.toString();
    }

    static int units(Trim trim, Colour colour, int week) {
        var pace = Math.min(week + 1, WEEKS_TO_FULL_PACE);
        return Math.max(1, trim.perWeek() * colour.share() * pace / (100 * WEEKS_TO_FULL_PACE));
    }

    static LocalDate firstWeek(Instant now) {
        return mondayAfter(now).plusWeeks(WEEKS_BEFORE_FIRST);
    }

    static LocalDate mondayAfter(Instant now) {
        return now.atZone(ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}

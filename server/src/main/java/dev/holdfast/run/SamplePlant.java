package dev.holdfast.run;

import dev.holdfast.run.SampleCar.Colour;
import dev.holdfast.run.SampleCar.Trim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// What the sample world's car is made of, on what, and what its suppliers committed to: just enough for the curves of
/// [SampleCar], so that a supplier who slips is felt by every trim that shares the part. Everything is made up.
final class SamplePlant {
    private static final int WEEKS_OF_DELIVERY = 1;
    /// Suppliers deliver for four weeks at a time.
    private static final int WEEKS_AT_ONCE = 4;

    /// @param lead weeks from the part's arrival to the build of the car, summed down the levels
    private record Part(String id, String en, String zh, String supplier, int lead) {}

    private static final Map<String, Part> PARTS = parts(
            new Part("cell", "Battery cell", "电芯", "amperon", 4),
            new Part("battery-case", "Battery case", "电池壳体", "hullform", 3),
            new Part("motor", "Electric motor", "驱动电机", "velodrive", 2),
            new Part("drive-computer", "Drive computer", "智驾计算平台", "lumenchip", 2),
            new Part("seats-city", "Seats, City", "城市版座椅", "weaveline", 1),
            new Part("seats-tour", "Seats, Tour", "远行版座椅", "weaveline", 1),
            new Part("seats-peak", "Seats, Peak", "巅峰版座椅", "weaveline", 1));

    private SamplePlant() {}

    private static Map<String, Part> parts(Part... parts) {
        var byId = new LinkedHashMap<String, Part>();
        for (var part : parts) {
            byId.put(part.id(), part);
        }
        for (var colour : SampleCar.COLOURS) {
            var id = "paint-" + colour.id();
            byId.put(id, new Part(id, "Paint, " + colour.en(), colour.zh() + "漆", "tintworks", 1));
        }
        return byId;
    }

    /// The files in an order in which each finds what it names.
    static Map<String, String> files(Instant now) {
        var files = new LinkedHashMap<String, String>();
        files.put("suppliers", "supplier\namperon\nhullform\nvelodrive\nlumenchip\nweaveline\ntintworks\n");
        files.put("components", components());
        files.put("bom", bom());
        files.put("configurations", configurations());
        files.put("options", options());
        files.put("resources", """
                resource,kind,nameEn,nameZh,workingDays
                assembly,line,Assembly line,总装线,123456
                paint-shop,paint,Paint shop,涂装车间,12345
                """);
        files.put("routing", routing());
        files.put("capacity", capacity(now));
        var closed = firstBuild(now).plusWeeks(12);
        files.put("holidays", "resource,from,to\n*," + closed.plusDays(3) + "," + closed.plusDays(4) + "\n");
        files.put(
                "stock",
                "component,onHand,quarantined,asOf\ncell,6000,96,"
                        + now.atZone(SampleCar.ZONE).toLocalDate().minusDays(1) + "\n");
        return files;
    }

    private static String components() {
        var csv = new StringBuilder("component,nameEn,nameZh,supplier,buffer\n");
        PARTS.values()
                .forEach(part ->
                        csv.append("%s,\"%s\",%s,%s,0\n".formatted(part.id(), part.en(), part.zh(), part.supplier())));
        return csv.toString();
    }

    private static String bom() {
        var csv = new StringBuilder("parent,child,quantity,leadTimeWeeks\n");
        for (var trim : SampleCar.TRIMS) {
            for (var colour : SampleCar.COLOURS) {
                var car = trim.id() + "-" + colour.id();
                csv.append("%s,platform-%s,1,2\n".formatted(car, trim.id()));
                csv.append("%s,seats-%s,1,1\n".formatted(car, trim.id()));
                csv.append("%s,paint-%s,1,1\n".formatted(car, colour.id()));
            }
            csv.append("platform-%s,battery-%s,1,1\n".formatted(trim.id(), trim.id()));
            csv.append("platform-%s,motor,%d,0\n".formatted(trim.id(), motors(trim)));
            csv.append("platform-%s,drive-computer,1,0\n".formatted(trim.id()));
            csv.append("battery-%s,cell,%d,1\n".formatted(trim.id(), cells(trim)));
            csv.append("battery-%s,battery-case,1,0\n".formatted(trim.id()));
        }
        return csv.toString();
    }

    private static int motors(Trim trim) {
        return trim.id().equals("peak") ? 2 : 1;
    }

    private static int cells(Trim trim) {
        return trim.id().equals("city") ? 96 : 128;
    }

    private static String configurations() {
        var csv = new StringBuilder("configuration,deliveryWeeks\n");
        eachCar((trim, colour) -> csv.append("%s-%s,%d\n".formatted(trim.id(), colour.id(), WEEKS_OF_DELIVERY)));
        return csv.toString();
    }

    private static String options() {
        var csv = new StringBuilder("configuration,option,choice,optionEn,optionZh,choiceEn,choiceZh\n");
        eachCar((trim, colour) -> {
            var car = trim.id() + "-" + colour.id();
            csv.append("%s,body,car,Body,车身,Car,轿车\n".formatted(car));
            csv.append("%s,trim,%s,Trim,车型,%s,%s\n".formatted(car, trim.id(), trim.en(), trim.zh()));
            csv.append("%s,colour,%s,Colour,颜色,%s,%s\n".formatted(car, colour.id(), colour.en(), colour.zh()));
        });
        return csv.toString();
    }

    private static String routing() {
        var csv = new StringBuilder("configuration,resource\n");
        eachCar((trim, colour) ->
                csv.append("%1$s-%2$s,assembly\n%1$s-%2$s,paint-shop\n".formatted(trim.id(), colour.id())));
        return csv.toString();
    }

    private static String capacity(Instant now) {
        var csv = new StringBuilder("resource,week,capacity\n");
        for (var week = 0; week < SampleCar.WEEKS; week++) {
            var monday = firstBuild(now).plusWeeks(week);
            csv.append("assembly,%s,1700\npaint-shop,%s,1650\n".formatted(monday, monday));
        }
        return csv.toString();
    }

    /// What suppliers committed to, as they would send it.
    static String commitments(Instant now) {
        var csv = new StringBuilder("commitment,component,supplier,quantity,week,status\n");
        for (var block = 0; block < SampleCar.WEEKS; block += WEEKS_AT_ONCE) {
            for (var need : needs(block).entrySet()) {
                var part = PARTS.getOrDefault(
                        need.getKey(), PARTS.values().iterator().next());
                csv.append("%s-%s-%02d,%s,%s,%d,%s,%s\n"
                        .formatted(
                                part.supplier(),
                                part.id(),
                                block / WEEKS_AT_ONCE + 1,
                                part.id(),
                                part.supplier(),
                                need.getValue(),
                                firstBuild(now).plusWeeks(block).minusWeeks(part.lead()),
                                block == 0 ? "shipped" : "committed"));
            }
        }
        return csv.toString();
    }

    private static Map<String, Integer> needs(int block) {
        var needs = new TreeMap<String, Integer>();
        eachCar((trim, colour) -> {
            for (var week = block; week < block + WEEKS_AT_ONCE; week++) {
                var cars = SampleCar.units(trim, colour, week);
                needs.merge("cell", cars * cells(trim), Integer::sum);
                needs.merge("battery-case", cars, Integer::sum);
                needs.merge("motor", cars * motors(trim), Integer::sum);
                needs.merge("drive-computer", cars, Integer::sum);
                needs.merge("seats-" + trim.id(), cars, Integer::sum);
                needs.merge("paint-" + colour.id(), cars, Integer::sum);
            }
        });
        return needs;
    }

    private static LocalDate firstBuild(Instant now) {
        return SampleCar.firstWeek(now).minusWeeks(WEEKS_OF_DELIVERY);
    }

    private static void eachCar(BiConsumer<Trim, Colour> each) {
        SampleCar.TRIMS.forEach(trim -> SampleCar.COLOURS.forEach(colour -> each.accept(trim, colour)));
    }
}

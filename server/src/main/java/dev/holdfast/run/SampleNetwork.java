package dev.holdfast.run;

import java.util.List;

/// The sample world's network: a centre for each of the two regions and 352 stores around them. Every town
/// and street is made up.
final class SampleNetwork {
    static final int STORES = 352;

    private static final List<Town> TOWNS = List.of(
            new Town("larchmere", "Larchmere", "落松镇", "north"),
            new Town("frostford", "Frostford", "霜渡镇", "north"),
            new Town("wrenhollow", "Wrenhollow", "鹪谷镇", "north"),
            new Town("amberfell", "Amberfell", "珀岭镇", "north"),
            new Town("tidewick", "Tidewick", "潮汐镇", "south"),
            new Town("reedhaven", "Reedhaven", "芦港镇", "south"),
            new Town("saltbourne", "Saltbourne", "盐溪镇", "south"),
            new Town("mossgate", "Mossgate", "苔门镇", "south"));

    /// Of every eight stores three are own, three agencies and two corners in other shops.
    private static final List<String> KINDS =
            List.of("own", "agency", "showroom", "own", "agency", "agency", "showroom", "own");

    private SampleNetwork() {}

    private record Town(String id, String en, String zh, String region) {}

    static String centres() {
        return """
                region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,afterSales,timeZone,weekdays,opens,closes
                north,Larchmere delivery centre,落松镇交付中心,Larchmere,900,6,12,true,Asia/Shanghai,1234567,09:00,20:00
                south,Tidewick delivery centre,潮汐镇交付中心,Tidewick,700,5,10,true,Asia/Shanghai,123456,09:00,19:00
                """;
    }

    static String stores() {
        var csv = new StringBuilder("store,region,kind,nameEn,nameZh,city,capabilities\n");
        for (var number = 0; number < STORES; number++) {
            var town = TOWNS.get(number % TOWNS.size());
            var inTown = number / TOWNS.size() + 1;
            var kind = KINDS.get((number / TOWNS.size() + number) % KINDS.size());
            csv.append("%s-%02d,%s,%s,".formatted(town.id(), inTown, town.region(), kind));
            csv.append("%s store %d,%s%d号店,%s,".formatted(town.en(), inTown, town.zh(), inTown, town.en()));
            csv.append(capabilities(kind)).append('\n');
        }
        return csv.toString();
    }

    private static String capabilities(String kind) {
        return switch (kind) {
            case "own" -> "order test_drive hand_over service parts";
            case "agency" -> "order test_drive service";
            default -> "order test_drive";
        };
    }
}

package dev.holdfast.web.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/// What the systems of a brand, its plant and its network say of one launch: what is sold, what it is built of, who
/// works where, and which units were built of which lots.
final class ChainPlant {
    static final String CENTRE = "centre:north";
    static final long DEPOSIT = 500_000;
    static final int PROMISED_WEEKS = 2;

    private static final String CENTRES = """
            region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,afterSales
            north,North centre,北区中心,N,9,4,6,UTC,1234567,08:00,20:00,true
            """;

    private final Served site;
    private final Machine machine;
    private final String name;
    private final LocalDate today;

    /// @param name that tells this launch, its units and its lots from those of others
    ChainPlant(Served site, Machine machine, String name) {
        this.site = site;
        this.machine = machine;
        this.name = name;
        this.today = LocalDate.ofInstant(site.now(), ZoneOffset.UTC);
    }

    String slug() {
        return "tern-" + name;
    }

    String serial(int unit) {
        return "TERN-" + name + "-" + unit;
    }

    /// Of the cells that went into the battery packs of every unit.
    String lot() {
        return "CELLS-" + name;
    }

    private String pack() {
        return "PACK-" + name;
    }

    /// When whoever takes over first may come.
    LocalDate day() {
        return today.plusDays(1);
    }

    LocalDate monday(int weeks) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    }

    void opens(String porter) {
        machine.csv("PUT", "network/centres", CENTRES);
        machine.put("network/staff", Map.of("member", porter, "place", CENTRE, "works", true));
        machine.csv("PUT", "/network/slots", """
                place,bay,from,to,capacity
                centre:north,hand_over,%1$sT09:00,%1$sT10:00,6
                """.formatted(day()));
        sells();
        plans();
    }

    private void sells() {
        machine.put(
                "launches/" + slug(),
                Map.of(
                        "name",
                        Map.of("en", "Tern One", "zh", "燕鸥一号"),
                        "opensAt",
                        site.now().minusSeconds(60).toString(),
                        "currency",
                        "CNY",
                        "limitPerMember",
                        1,
                        "payWithin",
                        "PT15M",
                        "lockAfter",
                        "P7D",
                        "beyondSupply",
                        "refuse",
                        "regions",
                        List.of(Map.of("id", "north", "name", Map.of("en", "North", "zh", "北区"), "transitWeeks", 0)),
                        "offers",
                        List.of(Map.of(
                                "id",
                                "pro",
                                "name",
                                Map.of("en", "Pro", "zh", "高配版"),
                                "price",
                                25_990_000,
                                "deposit",
                                DEPOSIT))));
    }

    private void plans() {
        master("suppliers", "supplier,nameEn,nameZh\namperon,Amperon,安培龙\n");
        master("components", "component,nameEn,nameZh,supplier\npack,Battery pack,电池包,amperon\n");
        master("bom", "parent,child,quantity,leadTimeWeeks\npro,pack,1,0\n");
        master("configurations", "configuration,deliveryWeeks\npro,0\n");
        machine.csv(
                "POST",
                "launches/" + slug() + "/supply-events?source=portal",
                "commitment,component,supplier,quantity,week,status\nPO-1,pack,amperon,5," + monday(PROMISED_WEEKS)
                        + ",committed\n");
    }

    private void master(String file, String rows) {
        machine.csv("PUT", "launches/" + slug() + "/master/" + file, rows);
    }

    /// So many units of the same lot of battery packs, and of what those are made.
    void builds(int units) {
        Instant at = site.now().minusSeconds(1);
        machine.send("POST", "launches/" + slug() + "/epcis", "application/json", """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "%1$s", "epcisBody": {"eventList": [
                  {"type": "TransformationEvent", "eventTime": "%1$s", "eventTimeZoneOffset": "+00:00",
                   "inputQuantityList": [{"epcClass": "urn:holdfast:lot:%2$s", "quantity": 96}],
                   "outputQuantityList": [{"epcClass": "urn:holdfast:lot:%3$s"}]}]}}
                """.formatted(at, lot(), pack()));
        tell("built", units);
    }

    void readies(int units) {
        tell("ready", units);
    }

    private void tell(String state, int units) {
        var rows = new StringBuilder("serial,configuration,state,at,region,lots\n");
        for (int unit = 1; unit <= units; unit++) {
            rows.append("%s,pro,%s,%s,north,%s\n".formatted(serial(unit), state, site.now(), pack()));
        }
        machine.csv("POST", "launches/" + slug() + "/units", rows.toString());
    }

    /// Asks for the figures of all weeks that are over.
    void countsWhatWasKept() {
        machine.post("launches/" + slug() + "/kept", Map.of());
    }
}

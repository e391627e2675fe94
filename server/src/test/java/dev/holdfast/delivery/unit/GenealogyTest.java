package dev.holdfast.delivery.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.unit.Genealogy.Events;
import dev.holdfast.delivery.unit.Genealogy.EventsTold;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Showroom;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What is made of what, as events of EPCIS 2.0 say it, in and out, and exactly who has what was made of a
/// lot.
class GenealogyTest {
    private static final DeliveryWorld WORLD = new DeliveryWorld();
    private static final String EVENTS = """
            {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"], "type": "EPCISDocument",
             "schemaVersion": "2.0", "creationDate": "2026-11-20T12:00:00Z", "epcisBody": {"eventList": [
              {"type": "TransformationEvent", "eventTime": "2026-11-18T08:00:00Z", "eventTimeZoneOffset": "+00:00",
               "inputQuantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.012345.CELL1", "quantity": 96}],
               "outputQuantityList": [{"epcClass": "https://id.gs1.org/01/09521321123451/10/PACK7"}]},
              {"type": "TransformationEvent", "eventTime": "2026-11-18T09:00:00Z", "eventTimeZoneOffset": "+00:00",
               "inputQuantityList": [{"epcClass": "https://id.gs1.org/01/09521321123451/10/PACK7"}],
               "outputEPCList": ["urn:epc:id:sgtin:4012345.054321.E-1"]},
              {"type": "AggregationEvent", "action": "ADD", "parentID": "https://id.gs1.org/01/0952/21/E-2?17=271120",
               "childQuantityList": [{"epcClass": "urn:holdfast:lot:glass:2"}],
               "childEPCs": ["https://id.gs1.org/01/09521321123451/10/PACK7"]},
              {"type": "AggregationEvent", "action": "DELETE", "parentID": "urn:holdfast:unit:E-3",
               "childQuantityList": [{"epcClass": "urn:holdfast:lot:glass:2"}]},
              {"type": "ObjectEvent", "action": "OBSERVE", "epcList": ["urn:holdfast:unit:E-3"]}]}}
            """;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void eventsSayWhatIsMadeOfWhatAndTheSameOnceMoreChangesNothing() {
        WORLD.open("events", Showroom.SMALL, 9);
        WORLD.tell("events", built("E-1"), built("E-2"), built("E-3"));
        assertThat(tell(WORLD, "events", EVENTS)).isEqualTo(new EventsTold(3, 2));
        assertThat(serials(WORLD, "urn:epc:class:lgtin:4012345.012345.CELL1")).containsExactly("E-1", "E-2");
        assertThat(serials(WORLD, "glass:2")).containsExactly("E-2");
        long rows = edges();
        tell(WORLD, "events", EVENTS);
        assertThat(edges()).isEqualTo(rows);
    }

    @Test
    void whatIsWrittenOutAndReadInSaysTheSame() {
        WORLD.open("out", Showroom.SMALL, 9);
        String[] rows = new String[5];
        for (int unit = 0; unit < rows.length; unit++) {
            rows[unit] = "W-" + unit + ",offer-1,built,2026-11-18T08:00:00Z,,own:" + unit % 2 + " urn:x:lot:shared";
        }
        WORLD.tell("out", rows);
        tell(WORLD, "out", """
                {"type": "EPCISDocument", "epcisBody": {"eventList": [{"type": "TransformationEvent",
                  "inputQuantityList": [{"epcClass": "urn:holdfast:lot:ore:1"}],
                  "outputQuantityList": [{"epcClass": "urn:holdfast:lot:own:0"}]}]}}
                """);
        try (DeliveryWorld other = new DeliveryWorld()) {
            other.open("out", Showroom.SMALL, 9);
            for (int unit = 0; unit < rows.length; unit++) {
                other.tell("out", built("W-" + unit));
            }
            long after = 0;
            do {
                Events page = WORLD.server.genealogy().events("out", after, 2);
                tell(other, "out", page.document());
                after = page.next();
            } while (after > 0);
            for (String lot : List.of("own:0", "own:1", "urn:x:lot:shared", "ore:1")) {
                assertThat(serials(other, lot))
                        .as(lot)
                        .isEqualTo(serials(WORLD, lot))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whatCannotBeIsNamedAndNothingIsTaken() {
        WORLD.open("bad", Showroom.SMALL, 9);
        WORLD.tell("bad", built("B-1"));
        String events = """
                {"type": "EPCISDocument", "epcisBody": {"eventList": [
                  {"type": "TransformationEvent", "inputQuantityList": [{"epcClass": "a lot"}, {"epcClass": "fine"}],
                   "outputEPCList": ["urn:holdfast:unit:B-1", "urn:holdfast:unit:B-9", "B-1"]},
                  {"type": "AggregationEvent", "parentID": "", "childEPCs": ["fine"]}]}}
                """;
        assertThatThrownBy(() -> tell(WORLD, "bad", events)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("invalid_events");
            assertThat(problem.faults())
                    .extracting(fault -> fault.where() + " " + fault.value())
                    .containsExactly(
                            "epcisBody.eventList[0].inputQuantityList[0] a lot",
                            "epcisBody.eventList[0].outputEPCList[2] B-1",
                            "epcisBody.eventList[1].parentID ",
                            " B-9");
        });
        assertThatThrownBy(() -> WORLD.server.units().trace("fine", 0, 9)).hasMessageContaining("no lot");
        assertThatThrownBy(() -> tell(WORLD, "bad", "{")).hasMessageContaining("no JSON");
        assertThatThrownBy(() -> tell(WORLD, "bad", "{}")).hasMessageContaining("must be an EPCISDocument");
    }

    /// Against a walk over the same random graph in memory: nobody too many, nobody missing.
    @Test
    void whoIsFoundFromALotIsExactlyWhoHasIt() {
        WORLD.open("exact", Showroom.SMALL, 9);
        Random random = new Random(11);
        int lots = 60;
        int units = 40;
        StringBuilder events = new StringBuilder();
        boolean[][] made = new boolean[lots][lots];
        boolean[][] in = new boolean[lots][units];
        String[] rows = new String[units];
        for (int unit = 0; unit < units; unit++) {
            rows[unit] = built("X-" + unit);
            for (int use = 0; use < 3; use++) {
                int lot = random.nextInt(lots);
                in[lot][unit] = true;
                events.append(
                        event("urn:holdfast:lot:x" + lot, "outputEPCList", "\"urn:holdfast:unit:X-" + unit + "\""));
            }
        }
        for (int edge = 0; edge < 70; edge++) {
            int of = random.nextInt(lots);
            int to = random.nextInt(lots);
            made[of][to] |= of != to;
            events.append(event(
                    "urn:holdfast:lot:x" + of,
                    "outputQuantityList",
                    "{\"epcClass\": \"urn:holdfast:lot:x" + to + "\"}"));
        }
        WORLD.tell("exact", rows);
        tell(
                WORLD,
                "exact",
                "{\"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": ["
                        + events.substring(0, events.length() - 1) + "]}}");
        for (int lot = 0; lot < lots; lot++) {
            Set<String> truth = new HashSet<>();
            walk(lot, made, in, new boolean[lots], truth);
            Set<String> found =
                    WORLD.server.units().knows("x" + lot) ? new HashSet<>(serials(WORLD, "x" + lot)) : Set.of();
            assertThat(found).as("lot %s", lot).isEqualTo(truth);
        }
    }

    private static void walk(int lot, boolean[][] made, boolean[][] in, boolean[] seen, Set<String> found) {
        if (seen[lot]) {
            return;
        }
        seen[lot] = true;
        for (int unit = 0; unit < in[lot].length; unit++) {
            if (in[lot][unit]) {
                found.add("X-" + unit);
            }
        }
        for (int to = 0; to < made.length; to++) {
            if (made[lot][to]) {
                walk(to, made, in, seen, found);
            }
        }
    }

    private static String event(String lot, String list, String output) {
        return "{\"type\": \"TransformationEvent\", \"inputQuantityList\": [{\"epcClass\": \"" + lot + "\"}], \"" + list
                + "\": [" + output + "]},";
    }

    private static EventsTold tell(DeliveryWorld world, String slug, String document) {
        return world.server.genealogy().tell(slug, document.getBytes(StandardCharsets.UTF_8), "plant");
    }

    private static List<String> serials(DeliveryWorld world, String lot) {
        return world.server.units().trace(lot, 0, 1_000).stream()
                .map(Traced::serial)
                .toList();
    }

    private static long edges() {
        return WORLD.world
                .jdbc
                .sql("select (select count(*) from delivery.lot_part) + (select count(*) from delivery.lot_unit)")
                .query(Long.class)
                .single();
    }

    private static String built(String serial) {
        return serial + ",offer-1,built,2026-11-18T08:00:00Z,,";
    }
}

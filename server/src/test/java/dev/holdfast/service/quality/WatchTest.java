package dev.holdfast.service.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Showroom;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.supply.MasterRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A bad lot raises one incident by itself, and nothing else does.
class WatchTest {
    private static final String LAUNCH = "car";

    private final DeliveryWorld delivery = new DeliveryWorld();
    private final HandClock clock = delivery.world.clock;
    private final Faults faults;
    private final Incidents incidents;
    private final Watch watch;

    WatchTest() {
        clock.set(HandClock.NOON);
        delivery.open(LAUNCH, Showroom.SMALL, 9);
        JdbcClient jdbc = delivery.server.jdbc();
        TransactionTemplate transactions = delivery.server.launch().transactions();
        Members members = MembersOnPaper.members(jdbc, clock);
        Fleet fleet = delivery.fleet();
        Counting counting = new Counting(new FaultStore(jdbc), fleet, Budget.DEFAULT);
        var launch = delivery.server.launch().launch();
        faults = new Faults(new FaultStore(jdbc), counting, fleet, launch, members, transactions, clock);
        incidents = new Incidents(new IncidentStore(jdbc), launch, members, transactions, clock);
        watch = new Watch(new FaultStore(jdbc), new IncidentStore(jdbc), incidents, counting, transactions, clock);
        build();
    }

    @AfterEach
    void close() {
        delivery.close();
    }

    /// Two hundred units: of every ten one is made of the bad lot, through another.
    private void build() {
        String[] rows = new String[200];
        for (int unit = 0; unit < rows.length; unit++) {
            String lot = unit % 10 == 0 ? "pack:bad" : "pack:" + unit % 7;
            rows[unit] = "U-" + unit + ",offer-1,built," + clock.instant() + ",," + lot;
        }
        delivery.tell(LAUNCH, rows);
        String events = """
                {"type": "EPCISDocument", "epcisBody": {"eventList": [{"type": "TransformationEvent",
                  "inputQuantityList": [{"epcClass": "urn:holdfast:lot:cell:bad"}],
                  "outputQuantityList": [{"epcClass": "urn:holdfast:lot:pack:bad"}]}]}}
                """;
        delivery.server.genealogy().tell(LAUNCH, events.getBytes(StandardCharsets.UTF_8), "plant");
        clock.forward(Duration.ofDays(30));
    }

    private void find(String prefix, int... units) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int unit : units) {
            rows.add(Map.of(
                    "reference",
                    prefix + unit,
                    "source",
                    "inspection",
                    "serial",
                    "U-" + unit,
                    "component",
                    "battery",
                    "symptom",
                    "swells",
                    "foundAt",
                    clock.instant().toString()));
        }
        faults.tell(LAUNCH, new MasterRows.Objects(rows), "inspector");
    }

    private List<Incident> all() {
        return incidents.all(LAUNCH, null, 99);
    }

    @Test
    void a_bad_lot_is_found_with_the_lot_in_front_of_it_and_no_other() {
        find("first-", 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 3, 14, 77);
        assertThat(watch.look(LAUNCH)).isEqualTo(2);
        assertThat(all()).extracting(Incident::symptom).containsExactlyInAnyOrder("lot pack:bad", "lot cell:bad");
        Alarm alarm = Objects.requireNonNull(all().getFirst().alarm());
        assertThat(alarm.faults()).isEqualTo(12);
        assertThat(alarm.chance()).isLessThan(alarm.allowed());
        Rates rates = faults.rates(LAUNCH, "battery");
        assertThat(rates.all().units()).isEqualTo(200);
        assertThat(rates.all().unitDays()).isEqualTo(200 * 31);
        assertThat(rates.by(By.LOT).getFirst().cell().units()).isEqualTo(20);
        assertThat(rates.by(By.CONFIGURATION)).noneMatch(Rates.Row::alarming);
    }

    @Test
    void a_day_is_looked_at_once_and_open_incidents_raise_no_others() {
        find("first-", 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 3, 14, 77);
        watch.round();
        assertThat(all()).hasSize(2);
        assertThat(watch.look(LAUNCH)).isZero();
        find("more-", 120, 130, 140);
        clock.forward(Duration.ofDays(1));
        watch.round();
        assertThat(all()).hasSize(2);
        assertThat(faults.lookedAt(LAUNCH)).contains(clock.instant());
    }

    @Test
    void what_was_known_when_an_incident_was_closed_raises_no_other_and_what_comes_after_does() {
        find("first-", 0, 10, 20, 30, 40, 50, 60, 70, 3, 14, 77);
        watch.look(LAUNCH);
        all().forEach(one -> incidents.act(one.number(), IncidentAct.CLOSED, "Sorted out", "quality"));
        clock.forward(Duration.ofDays(1));
        find("calm-", 25);
        assertThat(watch.look(LAUNCH)).isZero();
        clock.forward(Duration.ofDays(1));
        find("again-", 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190);
        assertThat(watch.look(LAUNCH)).isEqualTo(2);
        assertThat(all()).hasSize(4);
    }

    @Test
    void a_unit_counts_once_and_a_bad_row_refuses_the_file() {
        find("one-", 10);
        find("two-", 10);
        assertThat(faults.rates(LAUNCH, "battery").all().faults()).isEqualTo(1);
        assertThatThrownBy(() -> find("bad-", 10, 999)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("invalid_faults");
            assertThat(problem.faults().getFirst().reason()).contains("no unit");
        });
    }

    @Test
    void what_is_closed_takes_notes_alone() {
        NewIncident told =
                new NewIncident(Source.RETURN, "seat", "creaks", Severity.MINOR, "Once", List.of(), List.of("U-3"));
        Incident incident = incidents.open(LAUNCH, told, "quality");
        assertThat(incident.units()).containsExactly("U-3");
        int number = incident.number();
        incidents.act(number, IncidentAct.CONFIRMED, "Twice", "quality");
        incidents.act(number, IncidentAct.CLOSED, "Oiled", "quality");
        assertThatThrownBy(() -> incidents.act(number, IncidentAct.CONFIRMED, "No", "quality"))
                .hasMessageContaining("is closed");
        Incident noted = incidents.act(number, IncidentAct.NOTED, "Report 7", "quality");
        assertThat(noted.steps())
                .extracting(Incident.Step::act)
                .containsExactly(IncidentAct.OPENED, IncidentAct.CONFIRMED, IncidentAct.CLOSED, IncidentAct.NOTED);
    }
}

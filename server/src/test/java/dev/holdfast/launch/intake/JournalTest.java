package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlanOnPaper;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Showroom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What an instance makes of a journal in which a newer version writes, too, while it is upgraded.
class JournalTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();

    /// What only the newer version knows: two units were given in another way.
    private static final String GIVEN = """
            with given as (
              update launch.tally set held = held + 2 where launch = :launch and offer = 'offer-1'),
            line as (
              update launch.line set sequence = sequence + 1 where launch = :launch returning launch, sequence, last_at)
            insert into launch.journal (launch, sequence, at, events)
            select launch, sequence, last_at, '[["given_away","offer-1",2]]' from line""";

    /// As the newer version reads it.
    private static final String KNOWN = """
            update launch.journal set events = '[["reset","given_away"]]'
            where launch = :launch and events like '%given_away%'""";

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatOnlyANewerVersionKnowsMakesTheLineBeReadAnew() {
        int launch = WORLD.open(SERVER, "line", Showroom.SMALL, 3);
        LaunchWorld.Server other = WORLD.server();
        order("line", "fan-1");
        assertThat(remaining(other, "line")).isEqualTo(2);
        say(GIVEN, launch);
        assertThat(remaining(other, "line")).isZero();
        assertThat(remaining(SERVER, "line")).isZero();
        for (LaunchWorld.Server server : List.of(SERVER, other)) {
            assertThat(server.launch().place(Fans.wish("line", "fan-2", "key", "offer-1")))
                    .isEqualTo(new Outcome.Refused(new Refusal.SoldOut("offer-1", true)));
        }
    }

    @Test
    void aFollowerLeavesItToAnInstanceThatKnowsIt() {
        int launch = WORLD.open(SERVER, "followed", Showroom.SMALL, 9);
        Following following = new Following(SERVER.jdbc(), 2);
        order("followed", "fan-1");
        say(GIVEN, launch);
        order("followed", "fan-2");
        assertThat(heard(following, launch)).containsExactly("fan-1");
        assertThat(heard(following, launch)).isEmpty();
        say(KNOWN, launch);
        assertThat(heard(following, launch)).containsExactly("fan-2");
    }

    @Test
    void aPlanFromBeforeItIsStale() {
        int launch = WORLD.open(SERVER, "planned", Showroom.SMALL, 9);
        order("planned", "fan-1");
        LineSnapshot line = SERVER.launch().snapshot("planned", null);
        PlanOnPaper plan = PlanOnPaper.of(
                line, Map.of("offer-1", CurvesOnPaper.weekly(0, 9)), CurvesOnPaper.FIRST_WEEK.minusWeeks(1));
        WORLD.supplies.plan(launch, 1, plan.line());
        SERVER.launch().stage(launch, 1, plan.moves().iterator());
        say(GIVEN, launch);
        assertThatThrownBy(() -> SERVER.launch().publish(launch, 1, line.sequence(), () -> {}))
                .hasMessageContaining("given_away")
                .isInstanceOfSatisfying(
                        Problem.class, stale -> assertThat(stale.code()).isEqualTo("plan_stale"));
        assertThat(SERVER.launch().planInForce(launch)).isEmpty();
    }

    private static void say(String statement, int launch) {
        WORLD.jdbc.sql(statement).param("launch", launch).update();
    }

    private static @Nullable Long remaining(LaunchWorld.Server server, String slug) {
        return server.launch().look(slug).offers().getFirst().remaining();
    }

    /// Whose orders came into another state, until there is nothing more to be heard at once.
    private static List<String> heard(Following following, int launch) {
        List<String> members = new ArrayList<>();
        Happenings next;
        do {
            next = Objects.requireNonNull(SERVER.transactions()
                    .execute(status -> following.next("community", launch, EnumSet.allOf(OrderState.class))));
            next.happenings().stream().map(Happening::member).forEach(members::add);
        } while (next.more());
        return members;
    }

    private static void order(String slug, String member) {
        Fans.done(SERVER.launch().place(Fans.wish(slug, member, "key", "offer-1")));
    }
}

package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who may enter beyond the limit for each member. Launches that count orders together have a lock for each line, so
/// only the group's row keeps two of them apart.
class EntryTest {
    private static final EntryRules TOGETHER = new EntryRules("car-2027", 1, null, null);

    @Test
    void withoutTheRowOfTheGroupAMemberGetsAPlaceInSeveralLaunches() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = open(world);
            world.jdbc.sql("delete from launch.limit_group").update();
            int over = 0;
            for (int round = 1; round <= 100 && over == 0; round++) {
                over = (int) got(servers, "fan-" + round) - 1;
            }
            assertThat(over).as("places beyond the limit").isPositive();
        }
    }

    @Test
    void aMemberGetsOnePlaceInAllLaunchesOfAGroupHoweverManyAskAtOnce() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = open(world);
            for (int round = 1; round <= 100; round++) {
                assertThat(got(servers, "fan-" + round))
                        .as("places of fan-%s", round)
                        .isOne();
            }
            world.jdbc
                    .sql("select count(*), count(distinct member) from launch.orders where live")
                    .query((row, number) -> assertThat(row.getLong(1)).isEqualTo(row.getLong(2)))
                    .single();
        }
    }

    @Test
    void whatAMemberGivesUpInOneLaunchTheyMayHaveInAnother() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            Launch launch = open(world).getFirst().launch();
            Outcome car = launch.place(Fans.wish("car", "fan-1", "key", "offer-1"));
            Order held = ((Outcome.Done) car).order();
            assertThat(launch.place(Fans.wish("van", "fan-1", "key", "offer-1")))
                    .isEqualTo(new Outcome.Refused(new Refusal.LimitReached(1, held.id(), "car-2027")));
            launch.cancel(held.id(), new Asker("fan-1", false), false);
            assertThat(launch.place(Fans.wish("van", "fan-1", "key", "offer-1")))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aLaunchOutsideTheGroupCountsForItself() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var server = open(world).getFirst();
            world.open(server, "bus", Showroom.SMALL, 1_000);
            assertThat(server.launch().place(Fans.wish("bus", "fan-1", "key", "offer-1")))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(server.launch().place(Fans.wish("car", "fan-1", "key", "offer-1")))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aLaunchThatAsksForAProvedAddressTakesNobodyWithoutOne() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var launch = open(world).getFirst().launch();
            var proved = new EntryRules(null, 1, EntryRules.Verified.MAIL, null);
            launch.define("car", Showroom.SMALL.definition().with(parts -> parts.entry(proved)), Showroom.OPERATOR);
            assertThat(launch.place(Fans.wish("car", "fan-1", "key", "offer-1")))
                    .isEqualTo(new Outcome.Refused(new Refusal.ContactNotVerified(EntryRules.Verified.MAIL)));
            assertThat(launch.place(Fans.wish("car", "proved-1", "key", "offer-1")))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    private static List<LaunchWorld.Server> open(LaunchWorld world) {
        var servers = List.of(world.server(), world.server());
        for (String slug : List.of("car", "van", "truck")) {
            world.open(servers.getFirst(), slug, Showroom.SMALL, 1_000);
            servers.getFirst()
                    .launch()
                    .define(slug, Showroom.SMALL.definition().with(parts -> parts.entry(TOGETHER)), Showroom.OPERATOR);
        }
        return servers;
    }

    /// In how many launches a member gets a place who asks in all at once, twice each and by two servers.
    private static long got(List<LaunchWorld.Server> servers, String fan) throws Exception {
        List<Callable<Outcome>> acts = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> {
            String slug = List.of("car", "van", "truck").get(i % 3);
            PlaceOrder wish = Fans.wish(slug, fan, "key-" + i, "offer-1");
            acts.add(() -> servers.get(i % 2).launch().place(wish));
        });
        return Fans.atOnce(acts).stream().filter(Outcome.Done.class::isInstance).count();
    }
}

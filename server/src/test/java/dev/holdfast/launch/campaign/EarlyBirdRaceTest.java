package dev.holdfast.launch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Showroom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Many backers at once for the last places of an early tier and the last add-ons, on two servers and one real
/// database:
/// with the guard off, which has to go wrong, and with it on.
class EarlyBirdRaceTest {
    private static final int CAMPAIGNS = 20;
    private static final int BACKERS = 60;
    private static final int UNITS = 10;
    private static final int LAMPS = 7;

    /// Of the pledges' own table too, what would still refuse two in the same place.
    private static final String UNCHECKED = "alter table launch.pledge drop constraint pledge_launch_position_key";

    @Test
    void sixtyBackersForTenEarlyPlacesGetTenAndTheOthersAreToldTheNextTier() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            List<Outcome> outcomes = sixtyForTen(world, Map.of());
            assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(CAMPAIGNS * UNITS);
            assertThat(outcomes.stream()
                            .filter(outcome -> outcome instanceof Outcome.Refused(Refusal.TierGone gone)
                                    && "normal".equals(gone.next())))
                    .hasSize(CAMPAIGNS * (BACKERS - UNITS));
            assertThat(mostEarly(world)).isEqualTo(UNITS);
        }
    }

    @Test
    void theLastAddOnsAreSoldOnce() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            List<Outcome> outcomes = sixtyForTen(world, Map.of("lamp", 1));
            assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(CAMPAIGNS * LAMPS);
            assertThat(mostEarly(world)).isEqualTo(LAMPS);
        }
    }

    /// Whether two servers meet is up to the machine: the race is run until they do, twenty times at most.
    @Test
    void withoutTheLockAndItsChecksTheEarlyTierOversells() throws Exception {
        boolean oversold = false;
        for (int round = 1; round <= 20 && !oversold; round++) {
            try (LaunchWorld world = new LaunchWorld()) {
                world.unguarded();
                world.jdbc.sql(UNCHECKED).update();
                sixtyForTen(world, Map.of());
                oversold = mostEarly(world) > UNITS;
            }
        }
        assertThat(oversold).isTrue();
    }

    /// In every campaign at once, through both servers in turn.
    private static List<Outcome> sixtyForTen(LaunchWorld world, Map<String, Integer> addOns) throws Exception {
        List<LaunchWorld.Server> servers = List.of(world.server(), world.server());
        List<Callable<Outcome>> acts = new ArrayList<>();
        for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
            String slug = "lantern-" + campaign;
            servers.getFirst().launch().define(slug, CampaignWorld.definition(campaign()), Showroom.OPERATOR);
            for (int backer = 0; backer < BACKERS; backer++) {
                PlaceOrder wish =
                        new PlaceOrder(slug, "backer-" + backer, "once", "early", null, null, null, null, null, addOns);
                Launch launch = servers.get(backer % 2).launch();
                acts.add(() -> placed(launch, wish));
            }
        }
        Collections.shuffle(acts, new Random(7));
        return Fans.atOnce(acts);
    }

    /// Without the guard an ask may also end in an error: then nobody was told of a place.
    private static Outcome placed(Launch launch, PlaceOrder wish) {
        try {
            return launch.place(wish);
        } catch (IllegalStateException failed) {
            return new Outcome.Refused(new Refusal.UnknownOffer(wish.offer()));
        }
    }

    private static Campaign campaign() {
        Campaign of = CampaignWorld.campaign();
        return new Campaign(
                of.funding(),
                of.goal(),
                List.of(new Tier("early", (long) UNITS, null, "normal", false)),
                of.stretchGoals(),
                List.of(new AddOn("lamp", Map.of("en", "Lamp"), 50, (long) LAMPS)),
                of.mendWithin(),
                of.lateUntil(),
                of.partner(),
                of.survey(),
                of.surveyLocksAt());
    }

    /// How many early places the campaign sold that sold most.
    private static int mostEarly(LaunchWorld world) {
        return world.jdbc
                .sql("select count(*) from launch.orders where offer = 'early' group by launch order by 1 desc limit 1")
                .query(Integer.class)
                .single();
    }
}

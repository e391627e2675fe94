package dev.holdfast.launch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.intake.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// Whoever closes a campaign dies at every step of it, in turn, and others go on: every pledge is taken or
/// given up once, and every backer told once.
class CampaignKillTest {
    private static final int MAX_STEPS = 60;

    /// The next rows that a batch writes are counted over all transactions, lost ones too; at one of them the
    /// database goes away.
    private static final String DEADLY = """
            create sequence launch.steps;
            create table launch.deadly (step bigint);
            insert into launch.deadly values (0);
            create function launch.maybe_die() returns trigger language plpgsql as $$ begin
              if nextval('launch.steps') = (select step from launch.deadly) then
                raise exception 'killed' using errcode = '57P01';
              end if;
              return new; end $$;
            create trigger deadly before insert or update on launch.campaign
              for each row execute function launch.maybe_die();
            create trigger deadly before insert or update on launch.pledge
              for each row execute function launch.maybe_die();
            create trigger deadly before insert or update on launch.authorisation
              for each row execute function launch.maybe_die();
            create trigger deadly before insert on launch.pledge_news
              for each row execute function launch.maybe_die();
            create trigger deadly before insert on launch.transfer
              for each row execute function launch.maybe_die();
            create trigger deadly before insert or update on launch.orders
              for each row execute function launch.maybe_die();
            """;

    /// The guard off: what a batch says of the campaign's course is forgotten, as if it were no part of the batch.
    private static final String FORGETFUL = """
            create function launch.forget() returns trigger language plpgsql as $$ begin
              new.settled_position = old.settled_position;
              new.settled_at = null;
              return new; end $$;
            create trigger forget before update on launch.campaign for each row execute function launch.forget();
            """;

    private final CampaignWorld campaign = new CampaignWorld();

    @BeforeEach
    void open() {
        campaign.world.jdbc.sql(DEADLY).update();
    }

    @AfterEach
    void close() {
        campaign.close();
    }

    @Test
    void withoutTheCursorBackersAreToldTwice() {
        campaign.world.jdbc.sql(FORGETFUL).update();
        pledge("forgetful", true);
        campaign.world.clock.set(CampaignWorld.END);
        for (int i = 0; i < 3; i++) {
            campaign.server.lines().ask(campaign.launch.number("forgetful"), new Ask.Sweep());
        }
        campaign.world.jdbc.sql("update launch.pledge set money = 'AUTHORISED'").update();
        campaign.server.lines().ask(campaign.launch.number("forgetful"), new Ask.Sweep());
        assertThat(campaign.news("forgetful").stream().filter("campaign.succeeded"::equals))
                .hasSizeGreaterThan(3);
    }

    @Test
    void aSuccessWhoseCloserDiesAtEveryStepTakesEachPledgeOnce() {
        int steps = throughEveryStep(true);
        assertThat(steps).as("steps at which it died").isGreaterThan(12);
    }

    @Test
    void aFailureWhoseCloserDiesAtEveryStepGivesEachPledgeUpOnce() {
        int steps = throughEveryStep(false);
        assertThat(steps).as("steps at which it died").isGreaterThan(6);
    }

    @Test
    void manyInstancesCloseOneCampaignOnce() throws Exception {
        List<Order> orders = pledge("many", true);
        List<LaunchWorld.Server> servers = List.of(campaign.server, campaign.world.server(), campaign.world.server());
        campaign.world.clock.set(CampaignWorld.END);
        int number = campaign.launch.number("many");
        for (int round = 0; round < 6; round++) {
            List<Callable<Boolean>> acts = new ArrayList<>();
            servers.forEach(server -> acts.add(() -> {
                CampaignWorld.sweep(server, number);
                return true;
            }));
            IntStream.range(0, 3)
                    .forEach(courier -> acts.add(() -> {
                        try (PledgeCourier own = campaign.courier()) {
                            own.askDue();
                        }
                        return true;
                    }));
            Fans.atOnce(acts);
            campaign.bank.deliver(campaign.launch);
        }
        check("many", true, orders);
        assertThat(campaign.bank.asked.values())
                .allSatisfy(asked -> assertThat(asked.get()).isEqualTo(1));
    }

    /// @return at how many steps somebody died
    private int throughEveryStep(boolean success) {
        for (int step = 1; step <= MAX_STEPS; step++) {
            String slug = (success ? "won-" : "lost-") + step;
            campaign.world.clock.set(HandClock.NOON);
            List<Order> orders = pledge(slug, success);
            campaign.world.clock.set(CampaignWorld.END);
            die(step);
            boolean died = close(slug);
            die(0);
            check(slug, success, orders);
            if (!died) {
                return step - 1;
            }
        }
        throw new AssertionError("More than " + MAX_STEPS + " steps.");
    }

    private void die(int afterSteps) {
        campaign.world
                .jdbc
                .sql("update launch.deadly set step = case when :after = 0 then 0"
                        + " else nextval('launch.steps') + :after end")
                .param("after", afterSteps)
                .update();
    }

    /// Closes as every instance does each second: whatever fails is simply tried again. The bank's answers are lost
    /// as often as the batches.
    private boolean close(String slug) {
        boolean died = false;
        for (int tries = 0; tries < 30; tries++) {
            try (PledgeCourier courier = campaign.courier()) {
                campaign.sweep(slug);
                courier.askDue();
                campaign.bank.deliver(campaign.launch);
            } catch (Problem | DataAccessException killed) {
                died = true;
            }
            // What a dead courier had leased comes due again, and a report that was lost is asked for after a day.
            campaign.world.clock.forward(Duration.ofHours(25));
        }
        return died || stepsWereUsedUp();
    }

    private boolean stepsWereUsedUp() {
        return campaign.world
                .jdbc
                .sql("select last_value >= step from launch.steps, launch.deadly")
                .query(Boolean.class)
                .single();
    }

    private List<Order> pledge(String slug, boolean success) {
        campaign.open(slug);
        List<Order> orders = new ArrayList<>();
        orders.add(campaign.pledged(slug, "ann", "early"));
        orders.add(campaign.pledged(slug, "bob", "normal"));
        if (success) {
            orders.add(campaign.pledged(slug, "cyd", "normal"));
        }
        return orders;
    }

    private void check(String slug, boolean success, List<Order> orders) {
        assertThat(campaign.verdict(slug)).as(slug).isEqualTo(success ? "SUCCEEDED" : "FAILED");
        long sum = orders.stream().mapToLong(order -> order.deposit().amount()).sum();
        assertThat(campaign.balance(slug, "HELD")).as(slug).isEqualTo(success ? sum : 0);
        assertThat(campaign.balance(slug, "RECEIVED")).as(slug).isEqualTo(success ? -sum : 0);
        assertThat(orders).allSatisfy(order -> {
            assertThat(campaign.money(order.id())).isEqualTo(success ? PledgeMoney.TAKEN : PledgeMoney.RELEASED);
            assertThat(campaign.order(order.id()).state())
                    .isEqualTo(success ? OrderState.PLACED : OrderState.CANCELLED);
        });
        String word = success ? "campaign.succeeded" : "campaign.failed";
        assertThat(campaign.news(slug).stream().filter(word::equals)).hasSize(orders.size());
        long ours = campaign.bank.taken.keySet().stream()
                .filter(payment -> payment.startsWith(slug + "-"))
                .count();
        assertThat(ours).isEqualTo(success ? orders.size() : 0);
    }
}

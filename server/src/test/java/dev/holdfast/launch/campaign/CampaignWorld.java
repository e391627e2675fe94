package dev.holdfast.launch.campaign;

import dev.holdfast.HandClock;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.Campaign.StretchGoal;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.payment.PaymentProviders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A campaign on a real database: early for 300, then 400, five late; the goal is 1,000, and it ends in 75 hours.
final class CampaignWorld implements AutoCloseable {
    static final Instant END = HandClock.NOON.plus(Duration.ofHours(75));
    static final long GOAL = 1_000;

    final LaunchWorld world = new LaunchWorld();
    final LaunchWorld.Server server = world.server();
    final Launch launch = server.launch();
    final PaperBank bank = new PaperBank();

    static Campaign campaign() {
        return new Campaign(
                Funding.ALL_OR_NOTHING,
                GOAL,
                List.of(
                        new Tier("early", 2L, END.minus(Duration.ofDays(1)), "normal", false),
                        new Tier("normal", null, null, null, false),
                        new Tier("late", 5L, null, null, true)),
                List.of(new StretchGoal(2_000, Map.of("en", "A bell"))),
                List.of(new AddOn("lamp", Map.of("en", "Lamp"), 50, 3L)),
                Duration.ofDays(3),
                END.plus(Duration.ofDays(30)),
                new Campaign.Partner("maker", 6_000, 250),
                List.of(),
                null);
    }

    static LaunchDefinition definition(@Nullable Campaign campaign) {
        return new LaunchDefinition(
                        Map.of("en", "Lantern"),
                        HandClock.NOON.minus(Duration.ofHours(1)),
                        null,
                        END,
                        ZoneOffset.UTC,
                        "CNY",
                        10,
                        Duration.ofMinutes(15),
                        Duration.ofDays(7),
                        BeyondSupply.WAITLIST,
                        true,
                        null,
                        List.of(),
                        List.of(offer("early", 300), offer("normal", 400), offer("late", 500)))
                .with(parts -> parts.mode(Mode.CROWDFUND).campaign(campaign));
    }

    static Offer offer(String id, long price) {
        return new Offer(id, Map.of("en", id), price, price);
    }

    int open(String slug) {
        launch.define(slug, definition(campaign()), Showroom.OPERATOR);
        return launch.number(slug);
    }

    Outcome place(String slug, String fan, String offer, Map<String, Integer> addOns) {
        return launch.place(new PlaceOrder(slug, fan, fan + offer, offer, null, null, null, null, null, addOns));
    }

    Order held(String slug, String fan, String offer) {
        return Fans.done(place(slug, fan, offer, Map.of()));
    }

    /// Pledged, and promised by the bank as `pay-<fan>`.
    Order pledged(String slug, String fan, String offer) {
        Order order = held(slug, fan, offer);
        launch.receive(
                PaperBank.ID,
                PaperBank.authorised(
                        order.id(), slug + "-" + fan, order.deposit().amount()));
        return order(order.id());
    }

    Order order(OrderId id) {
        return launch.order(id, new Asker("operator-1", true)).order();
    }

    /// The clock's work, until there is no more of it.
    void sweep(String slug) {
        sweep(server, launch.number(slug));
    }

    static void sweep(LaunchWorld.Server server, int number) {
        boolean more = true;
        while (more) {
            more = server.lines().ask(number, new Ask.Sweep()) instanceof Answer.Swept swept && swept.more();
        }
    }

    PledgeCourier courier() {
        return new PledgeCourier(
                new AuthorisationStore(world.jdbc),
                new PaymentProviders(List.of(bank), true),
                launch::receive,
                world.clock);
    }

    /// Carries everything to the bank and back, until nothing is due.
    void settle(String slug) {
        sweep(slug);
        try (PledgeCourier courier = courier()) {
            while (courier.askDue() > 0) {
                bank.deliver(launch);
                sweep(slug);
            }
        }
    }

    /// Carries to the bank and back what is due now, while no clock sweeps.
    void carry() {
        try (PledgeCourier courier = courier()) {
            while (courier.askDue() > 0) {
                bank.deliver(launch);
            }
        }
    }

    PledgeMoney money(OrderId order) {
        return PledgeMoney.valueOf(world.jdbc
                .sql("select money from launch.pledge where order_id = ?")
                .param(order.value())
                .query(String.class)
                .single());
    }

    long balance(String slug, String account) {
        return world.jdbc
                .sql("""
                        select coalesce(sum(case when credit = :account then amount else -amount end), 0)
                        from launch.transfer where launch = :launch and :account in (debit, credit)
                        """)
                .param("account", account)
                .param("launch", launch.number(slug))
                .query(Long.class)
                .single();
    }

    List<String> news(String slug) {
        return world.jdbc
                .sql("select kind from launch.pledge_news where launch = ? order by number")
                .param(launch.number(slug))
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Nullable
    String verdict(String slug) {
        return world.jdbc
                .sql("select verdict from launch.campaign where launch = ?")
                .param(launch.number(slug))
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /// Stretch goals that count.
    int reached(String slug) {
        return world.jdbc
                .sql("select decided_stretch from launch.campaign where launch = ?")
                .param(launch.number(slug))
                .query(Integer.class)
                .single();
    }

    /// The running sum, and the sum as the rows say it.
    List<Long> sums(String slug) {
        return world.jdbc
                .sql("""
                        select c.sum, (select coalesce(sum(o.deposit), 0) from launch.pledge p
                          join launch.orders o on o.id = p.order_id where p.launch = c.launch and p.counted)
                        from launch.campaign c where c.launch = ?
                        """)
                .param(launch.number(slug))
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Override
    public void close() {
        world.close();
    }
}

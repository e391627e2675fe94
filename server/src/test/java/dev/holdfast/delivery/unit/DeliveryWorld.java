package dev.holdfast.delivery.unit;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.Showroom;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.supply.MasterRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Units and their orders on a real database: any number of servers, fans who paid and locked, a plant that
/// tells.
public final class DeliveryWorld implements AutoCloseable {
    static final String HEADER = "serial,configuration,state,at,region,lots\n";
    static final String NOON = "2026-11-20T12:00:00Z";

    public final LaunchWorld world = new LaunchWorld();
    public final Server server = server();

    /// One server: it shares nothing with another but the database.
    public record Server(
            LaunchWorld.Server launch,
            Units units,
            Round round,
            OrderTeller teller,
            Allocations allocations,
            Genealogy genealogy,
            Quarantines quarantines) {
        public JdbcClient jdbc() {
            return launch.jdbc();
        }
    }

    Server server() {
        LaunchWorld.Server launch = world.server();
        Progress progress = world.progress(launch);
        JdbcClient jdbc = launch.jdbc();
        Members own = MembersOnPaper.members(jdbc, world.clock);
        Turn turn = new Turn(jdbc);
        Round round = new Round(
                new GivingStore(jdbc),
                new StandingStore(jdbc),
                new StoppedStore(jdbc),
                turn,
                launch.launch(),
                progress,
                launch.transactions(),
                world.clock);
        OrderTeller teller = new OrderTeller(new TellingStore(jdbc), progress, launch.transactions());
        Quarantines quarantines = quarantines(launch, turn);
        Units units = new Units(
                new UnitStore(jdbc),
                new LotStore(jdbc),
                quarantines,
                turn,
                launch.launch(),
                progress,
                own,
                launch.transactions(),
                world.clock);
        Allocations allocations = new Allocations(
                round,
                teller,
                new SupplyTeller(new StoppedStore(jdbc), launch.launch(), slug -> {}),
                turn,
                new GivingStore(jdbc),
                new StandingStore(jdbc),
                new UnitStore(jdbc),
                launch.launch(),
                own,
                launch.transactions(),
                world.clock);
        Genealogy genealogy = new Genealogy(
                new UnitStore(jdbc),
                new LotStore(jdbc),
                quarantines,
                launch.launch(),
                own,
                launch.transactions(),
                world.clock);
        return new Server(launch, units, round, teller, allocations, genealogy, quarantines);
    }

    Quarantines quarantines(LaunchWorld.Server launch, Turn turn) {
        JdbcClient jdbc = launch.jdbc();
        return new Quarantines(
                new QuarantineStore(jdbc),
                new UnitStore(jdbc),
                turn,
                world.progress(launch),
                MembersOnPaper.members(jdbc, world.clock),
                launch.transactions(),
                world.clock);
    }

    public Fleet fleet() {
        return new Fleet(new FleetStore(server.jdbc()), server.launch().launch(), world.progress(server.launch()));
    }

    public int open(String slug, Showroom showroom, long... weekly) {
        return world.open(server.launch(), slug, showroom, weekly);
    }

    /// An order of offer-1 that is paid and locked.
    public OrderId locked(String slug, String member, String region) {
        return locked(slug, member, "offer-1", region);
    }

    public OrderId locked(String slug, String member, String offer, String region) {
        PlaceOrder wish = new PlaceOrder(slug, member, "key", offer, region, null, null, null, null);
        Order order = Fans.done(server.launch().launch().place(wish));
        server.launch().launch().receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        Fans.done(server.launch().launch().lock(order.id(), new Asker(member, false)));
        return order.id();
    }

    public UnitsTold tell(String slug, String... rows) {
        String csv = HEADER + String.join("\n", rows) + "\n";
        return server.units().tell(slug, csv(csv), "plant");
    }

    static MasterRows csv(String text) {
        return new MasterRows.Csv(text.getBytes(StandardCharsets.UTF_8));
    }

    public void allocate(String slug) {
        server.allocations().allocate(slug, "operator");
    }

    public OrderState state(OrderId order) {
        return server.launch()
                .launch()
                .order(order, new Asker("operator", true))
                .order()
                .state();
    }

    /// The serial number of its unit; empty: it has none.
    String unitOf(OrderId order) {
        return server.allocations().unitOf(order).map(Unit::serial).orElse("");
    }

    List<String> unitsOf(List<OrderId> orders) {
        return orders.stream().map(this::unitOf).toList();
    }

    @Override
    public void close() {
        world.close();
    }
}

package dev.holdfast.delivery.handover;

import dev.holdfast.HandClock;
import dev.holdfast.delivery.balance.BalancesOnPaper;
import dev.holdfast.delivery.handover.HandOverDesk.Bench;
import dev.holdfast.delivery.handover.Said.Kind;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.NetworkOnPaper;
import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.Showroom;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.supply.MasterRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A launch whose units are ready at the centre of the north, where a porter works, on a real database.
final class HandOverWorld implements AutoCloseable {
    static final String CENTRE = "centre:north";
    static final String LAUNCH = "car";
    static final String STROKES = "M10,10 L20,30 L40,12";

    final DeliveryWorld delivery = new DeliveryWorld();
    final HandClock clock = delivery.world.clock;
    final JdbcClient jdbc = delivery.server.jdbc();
    final TransactionTemplate transactions = delivery.server.launch().transactions();
    final Members members = MembersOnPaper.members(jdbc, clock);
    final Network network = NetworkOnPaper.network(jdbc, members, transactions, clock);
    final Checklists checklists;
    final BalancesOnPaper office;
    final HandOverDesk desk;
    final HandOvers handOvers;

    HandOverWorld() {
        clock.set(HandClock.NOON);
        delivery.open(LAUNCH, Showroom.SMALL, 90);
        network.putCentres(csv("""
                region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes
                north,North,北,N,900,4,60,UTC,1234567,08:00,20:00
                south,South,南,S,900,4,60,UTC,1234567,08:00,20:00
                """), "operator");
        network.putStores(csv("""
                store,region,kind,nameEn,nameZh,city,capabilities
                larch,north,own,Larch,松,N,order hand_over
                """), "operator");
        network.staff("porter", CENTRE, true, "operator");
        network.staff("clerk", "larch", true, "operator");
        network.staff("stranger", "centre:south", true, "operator");
        var launch = delivery.server.launch().launch();
        Progress progress = delivery.world.progress(delivery.server.launch());
        office = BalancesOnPaper.office(jdbc, launch, delivery.server.units(), transactions, clock);
        Closing closing = HandOverBeans.closing(jdbc, delivery.server.units(), launch, office.balances());
        Album album = HandOverBeans.album(jdbc, closing);
        checklists = HandOverBeans.checklists(jdbc, launch, members, transactions, clock);
        desk = HandOverBeans.handOverDesk(
                jdbc,
                closing,
                album,
                network,
                progress,
                delivery.server.allocations(),
                office.balances(),
                transactions,
                clock);
        handOvers = HandOverBeans.handOvers(
                jdbc, album, closing, launch, delivery.server.allocations(), transactions, clock);
    }

    /// An order of this member whose unit is ready at the centre.
    OrderId ready(String member) {
        OrderId order = delivery.locked(LAUNCH, member, "north");
        unit(member, "built");
        delivery.allocate(LAUNCH);
        unit(member, "ready");
        delivery.allocate(LAUNCH);
        clock.forward(Duration.ofHours(1));
        return order;
    }

    void unit(String member, String state) {
        delivery.tell(LAUNCH, "U-" + member + ",offer-1," + state + "," + clock.instant() + ",north,");
    }

    static Bench bench(String actor, String place, OrderId order, String member) {
        return new Bench(actor, place, order, "U-" + member);
    }

    static Bench bench(OrderId order, String member) {
        return bench("porter", CENTRE, order, member);
    }

    /// So many minutes ago, with an id that no other test's has.
    Said said(int minutesAgo, Kind kind, String subject, @Nullable Boolean good, String text) {
        return new Said(
                UUID.randomUUID(), kind, clock.instant().minus(Duration.ofMinutes(minutesAgo)), subject, good, text);
    }

    /// Everything that a whole hand-over needs, in the order in which it is said.
    List<Said> everything() {
        List<Said> all = new ArrayList<>();
        int minute = 40;
        for (Point point : Checklist.DEFAULT.points()) {
            all.add(said(minute--, Kind.POINT, point.id(), true, ""));
        }
        all.add(said(minute--, Kind.DOCUMENT, "manual", null, "M-7"));
        all.add(said(minute--, Kind.NOTE, "", null, "Two keys given"));
        all.add(said(minute--, Kind.SIGNATURE, "owner", null, STROKES));
        all.add(said(minute, Kind.DONE, "", null, ""));
        return all;
    }

    static MasterRows csv(String text) {
        return new MasterRows.Csv(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        members.close();
        delivery.close();
    }
}

package dev.holdfast.delivery.slot;

import dev.holdfast.HandClock;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.NetworkOnPaper;
import dev.holdfast.delivery.slot.SlotDesk.Clerk;
import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Showroom;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.MailsOnPaper;
import dev.holdfast.supply.MasterRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A launch whose units arrive at the centre of the north, with a store beside it, on a real database and with
/// a clock that stands where a test puts it.
final class SlotWorld implements AutoCloseable {
    static final String CENTRE = "centre:north";
    static final String LAUNCH = "car";
    static final Clerk OPERATOR = new Clerk("operator", true);
    private static final String HEADER = "place,bay,from,to,capacity\n";

    final DeliveryWorld delivery = new DeliveryWorld();
    final HandClock clock = delivery.world.clock;
    final JdbcClient jdbc = delivery.server.jdbc();
    final TransactionTemplate transactions = delivery.server.launch().transactions();
    final Members members = MembersOnPaper.members(jdbc, clock);
    final Mails mails = MailsOnPaper.mails(jdbc, transactions, clock, List.of());
    final Network network = NetworkOnPaper.network(jdbc, members, transactions, clock);
    final SlotStore store;
    final Slots slots;
    /// The same at another server on this database.
    final Slots elsewhere;
    final SlotDesk desk = SlotBeans.slotDesk(network, jdbc, members, transactions, clock);
    final SlotRound round;

    SlotWorld() {
        this(true);
    }

    /// @param guarded whether places are taken only where they are free
    SlotWorld(boolean guarded) {
        clock.set(HandClock.NOON);
        delivery.open(LAUNCH, Showroom.SMALL, 90);
        network.putCentres(csv("""
                region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,closedOn
                north,North,北,N,900,4,60,UTC,123456,08:00,20:00,2026-11-25
                south,South,南,S,900,4,60,UTC,1234567,00:00,23:59,
                """), "operator");
        network.putStores(csv("""
                store,region,kind,nameEn,nameZh,city,capabilities
                larch,north,own,Larch,松,N,order hand_over
                corner,north,showroom,Corner,角,N,order
                """), "operator");
        store = new SlotStore(jdbc, guarded);
        AppointmentStore appointments = new AppointmentStore(jdbc);
        SlotNews news = new SlotNews(mails, network);
        Booking booking = new Booking(new SlotTables(store, appointments), news);
        Arrivals arrivals =
                SlotBeans.arrivals(jdbc, delivery.world.progress(delivery.server.launch()), transactions, clock);
        Supplier<Slots> server = () -> new Slots(
                arrivals,
                appointments,
                store,
                booking,
                new HoldQueue(store, appointments, news, transactions, clock),
                delivery.server.launch().launch(),
                transactions,
                clock);
        slots = server.get();
        elsewhere = server.get();
        round = SlotBeans.slotRound(arrivals, booking, jdbc, transactions, clock);
    }

    /// An order of this member that is locked and has a unit in this state.
    OrderId order(String member, String state) {
        OrderId order = delivery.locked(LAUNCH, member, "north");
        unit(member, "built");
        delivery.allocate(LAUNCH);
        if (!state.equals("built")) {
            unit(member, state);
        }
        return order;
    }

    void unit(String member, String state) {
        delivery.tell(LAUNCH, "U-" + member + ",offer-1," + state + "," + clock.instant() + ",north,");
    }

    /// Slots of an hour on Saturday, the first at this hour.
    long open(int hour, int capacity) {
        return open(CENTRE, hour, capacity);
    }

    long open(String place, int hour, int capacity) {
        String day = "2026-11-21T";
        open("%s,hand_over,%s%02d:00,%s%02d:00,%d".formatted(place, day, hour, day, hour + 1, capacity));
        return jdbc.sql("select number from delivery.slot where place = ? and from_at = ?::timestamptz")
                .param(place)
                .param("%s%02d:00Z".formatted(day, hour))
                .query(Long.class)
                .single();
    }

    int open(String... rows) {
        return open(OPERATOR, rows);
    }

    int open(Clerk clerk, String... rows) {
        return desk.open(csv(HEADER + String.join("\n", rows)), clerk);
    }

    Choice look(OrderId order, String member) {
        return slots.look(order, new Asker(member, false));
    }

    Choice hold(OrderId order, String member, long slot) {
        return slots.hold(order, slot, new Asker(member, false));
    }

    /// Holds and confirms.
    Choice book(OrderId order, String member, long slot) {
        hold(order, member, slot);
        return slots.confirm(order, new Asker(member, false));
    }

    int taken(long slot) {
        return store.byNumber(slot).orElseThrow().taken();
    }

    void forward(Duration by) {
        clock.forward(by);
        round.round();
    }

    /// A member who reads mail.
    void reads(String member) {
        jdbc.sql("""
                        insert into member.address (member, address, language, confirmed, since)
                        values (?, ?, 'en', true, now())""").param(member).param(member + "@example.com").update();
    }

    /// Kinds of letters queued to a member.
    List<String> letters(String member) {
        return jdbc.sql("select kind from member.mail where member = ? order by number")
                .param(member)
                .query((row, number) -> row.getString(1))
                .list();
    }

    static String refused(Executable act) {
        try {
            act.execute();
        } catch (Problem problem) {
            return problem.code();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        return "nothing";
    }

    static MasterRows csv(String text) {
        return new MasterRows.Csv(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        mails.close();
        members.close();
        delivery.close();
    }
}

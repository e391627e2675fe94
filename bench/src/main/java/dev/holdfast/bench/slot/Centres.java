package dev.holdfast.bench.slot;

import dev.holdfast.bench.Site;
import dev.holdfast.bench.check.SlotBook;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.server.EmbeddedDatabase;
import dev.holdfast.launch.copy.CopyRows;
import dev.holdfast.launch.intake.LongLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Centres with slots, and at each a crowd whose units have arrived and whose letter said so. Centres and slots are
/// opened over the interface; orders, units and appointments are copied in.
final class Centres {
    private static final String SLUG = "slots";
    private static final int BAYS = 10;
    private static final int PIECE_MINUTES = 30;
    private static final int OPENS = 8;

    private static final String ORDERS = "select id, member, offer from launch.orders order by position";

    private static final String UNITS = """
            insert into delivery.unit (launch, serial, configuration, region, state, at, built_at)
            select o.launch, 'unit-' || o.position, o.offer, a.region, 'ARRIVED', now(), now()
            from delivery.appointment a join launch.orders o on o.id = a.order_id order by o.position
            """;

    private static final String HOLDINGS = """
            insert into delivery.holding (unit, order_id, launch, region, told, due)
            select u.number, o.id, o.launch, u.region, 'ARRIVED', false
            from delivery.unit u join launch.orders o on 'unit-' || o.position = u.serial
            """;

    private static final String GIVINGS = """
            insert into delivery.giving (order_id, unit, given, at, cause, actor)
            select order_id, unit, true, now(), 'line', 'rules' from delivery.holding
            """;

    private static final String APPOINTMENTS = """
            copy delivery.appointment (order_id, member, region, priority_at, state, since, invited_at) from stdin
            """;

    private static final String SLOTS =
            "select number, region, capacity, taken from delivery.slot order by from_at, number";

    private static final String BOOKED = """
            select order_id, slot from delivery.appointment where slot is not null and region = any (?)
            """;

    private final Site site;
    private final EmbeddedDatabase database;

    Centres(Site site, EmbeddedDatabase database) {
        this.site = site;
        this.database = database;
    }

    /// One centre and those who wait there.
    ///
    /// @param times in which its slots begin; each has [#BAYS] places for each kind of bay
    /// @param kinds of bays
    record Crowd(String region, int people, int times, List<String> kinds) {
        int places() {
            return times * kinds.size() * BAYS;
        }
    }

    /// Somebody of a crowd, whoever waits longest first.
    ///
    /// @param rank from 0
    record Person(String order, String member, Crowd crowd, int rank) {
        boolean inTurn() {
            return rank < crowd.places();
        }
    }

    /// @return everybody, in the order of the crowds
    List<Person> open(List<Crowd> crowds) throws IOException, InterruptedException, SQLException {
        int people = crowds.stream().mapToInt(Crowd::people).sum();
        var today = LocalDate.now(ZoneOffset.UTC);
        var showroom = Showroom.forOrders(people, today);
        site.operator().define(SLUG, showroom, 1_000, "UTC");
        network(crowds, today.plusDays(2));
        try (Connection connection = database.connect()) {
            LongLine.fill(connection, SLUG, new LongLine.Wishes() {
                @Override
                public int orders() {
                    return people;
                }

                @Override
                public String offer(int order) {
                    return showroom.offers()
                            .get(order % showroom.offers().size())
                            .id();
                }

                @Override
                public LocalDate promised(int order) {
                    return today.with(DayOfWeek.MONDAY);
                }
            });
            return wait(connection, crowds);
        }
    }

    private void network(List<Crowd> crowds, LocalDate day) throws IOException, InterruptedException {
        var centres = new StringBuilder(
                "region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays," + "opens,closes\n");
        var slots = new StringBuilder("place,bay,from,to,capacity,minutes\n");
        for (Crowd crowd : crowds) {
            centres.append(crowd.region()).append(",Bay,港湾,B,9,4,").append(BAYS).append(",UTC,1234567,00:00,23:59\n");
            var from = day.atTime(OPENS, 0);
            var to = from.plusMinutes((long) crowd.times() * PIECE_MINUTES);
            for (String kind : crowd.kinds()) {
                slots.append(
                        "centre:%s,%s,%s,%s,%d,%d%n".formatted(crowd.region(), kind, from, to, BAYS, PIECE_MINUTES));
            }
        }
        site.operator().put("/operator/network/centres", "text/csv", centres.toString());
        site.operator().put("/network/slots", "text/csv", slots.toString());
    }

    private static List<Person> wait(Connection connection, List<Crowd> crowds) throws SQLException {
        var everybody = new ArrayList<Person>();
        var rows = new CopyRows(APPOINTMENTS);
        Instant now = Instant.now();
        Instant since = now.minus(Duration.ofDays(9));
        // In one transaction: the clock ends an appointment whose unit it does not find.
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet order = statement.executeQuery(ORDERS)) {
                for (Crowd crowd : crowds) {
                    for (int rank = 0; rank < crowd.people() && order.next(); rank++) {
                        var person = new Person(order.getString("id"), order.getString("member"), crowd, rank);
                        everybody.add(person);
                        rows.add(person.order()).add(person.member()).add(crowd.region());
                        rows.add(since.plusSeconds(rank)).add("WAITING").add(since.plusSeconds(rank));
                        // Their turn has come and they have read of it, or it has not come.
                        rows.add(person.inTurn() ? now : null);
                        rows.endRow();
                    }
                }
            }
            rows.into(connection);
            for (String sql : List.of(UNITS, HOLDINGS, GIVINGS, "analyze")) {
                statement.execute(sql);
            }
            connection.commit();
        }
        return everybody;
    }

    /// What the book has of the slots of some crowds.
    SlotBook book(List<Crowd> crowds) throws IOException, SQLException {
        var regions = crowds.stream().map(Crowd::region).toList();
        Map<String, Long> booked = new HashMap<>();
        var counters = new ArrayList<SlotBook.Counter>();
        try (Connection connection = database.connect();
                var appointments = connection.prepareStatement(BOOKED);
                var statement = connection.createStatement()) {
            appointments.setArray(1, connection.createArrayOf("text", regions.toArray()));
            try (ResultSet row = appointments.executeQuery()) {
                while (row.next()) {
                    booked.put(row.getString("order_id"), row.getLong("slot"));
                }
            }
            try (ResultSet row = statement.executeQuery(SLOTS)) {
                while (row.next()) {
                    if (regions.contains(row.getString("region"))) {
                        counters.add(new SlotBook.Counter(
                                row.getLong("number"),
                                row.getString("region"),
                                row.getInt("capacity"),
                                row.getInt("taken")));
                    }
                }
            }
        }
        return new SlotBook(counters, booked);
    }
}

package dev.holdfast.bench.server;

import dev.holdfast.bench.check.Book;
import dev.holdfast.bench.check.BookOrder;
import dev.holdfast.bench.check.Window;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The book straight from the tables, past everything the server could get wrong when it reads them itself.
public record SqlBook(EmbeddedDatabase database) implements BookReader {
    private static final String ORDERS = """
            select orders.id, orders.member, orders.offer, orders.region, orders.position, orders.first_rank,
                   orders.state, orders.first_from
            from launch.orders
            join launch.launch on launch.number = orders.launch
            where launch.slug = ?
            order by orders.position
            """;

    private static final String UNMATCHED = "select payment from launch.unmatched order by number";

    @Override
    public Book read(String launch) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            return new Book(orders(connection, launch), unmatched(connection, launch));
        }
    }

    private static List<BookOrder> orders(Connection connection, String launch) throws SQLException {
        try (var statement = connection.prepareStatement(ORDERS)) {
            statement.setString(1, launch);
            var orders = new ArrayList<BookOrder>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    orders.add(order(row));
                }
            }
            return orders;
        }
    }

    private static BookOrder order(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("first_from", LocalDate.class);
        return new BookOrder(
                row.getString("id"),
                row.getString("member"),
                row.getString("offer"),
                row.getString("region"),
                row.getLong("position"),
                row.getLong("first_rank"),
                row.getString("state"),
                from == null ? null : new Window(from, from.plusDays(6)));
    }

    private static List<String> unmatched(Connection connection, String launch) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNMATCHED)) {
            var payments = new ArrayList<String>();
            while (row.next()) {
                String payment = row.getString("payment");
                if (BookReader.isOf(launch, payment)) {
                    payments.add(payment);
                }
            }
            return payments;
        }
    }
}

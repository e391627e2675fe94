package dev.holdfast.supply.master;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The uploaded curves of a launch, as an offer's own receipts.
final class CurveStore {
    private static final String RECEIPTS = """
            select offer, week, quantity from supply.receipt
            where launch = ? and version = (select max(version) from supply.version where launch = ?)
            order by offer, week
            """;

    private final JdbcTemplate jdbc;

    CurveStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param week a Monday in which units can be delivered
    record Receipt(String offer, LocalDate week, long quantity) {}

    List<Receipt> receipts(int launch) {
        List<Receipt> receipts = new ArrayList<>();
        jdbc.query(
                RECEIPTS,
                row -> {
                    receipts.add(new Receipt(
                            row.getString("offer"), row.getObject("week", LocalDate.class), row.getLong("quantity")));
                },
                launch,
                launch);
        return receipts;
    }
}

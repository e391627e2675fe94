package dev.holdfast.supply.master;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The uploaded curves of a launch, less what was stopped, as an offer's own receipts.
final class CurveStore {
    /// A version uploaded before there were events has none, and counts as there from the beginning.
    private static final String RECEIPTS = """
            select offer, week, quantity - withheld as quantity from supply.receipt
            where launch = ? and version = (
              select max(v.version) from supply.version v
              where v.launch = ? and not exists (
                select from supply.event e
                where e.launch = v.launch and e.kind = 'curve' and e.version = v.version and e.number > ?))
            order by offer, week
            """;

    private final JdbcTemplate jdbc;

    CurveStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param week a Monday in which units can be delivered
    record Receipt(String offer, LocalDate week, long quantity) {}

    List<Receipt> receipts(int launch, long asOfEvent) {
        List<Receipt> receipts = new ArrayList<>();
        jdbc.query(
                RECEIPTS,
                row -> {
                    receipts.add(new Receipt(
                            row.getString("offer"), row.getObject("week", LocalDate.class), row.getLong("quantity")));
                },
                launch,
                launch,
                asOfEvent);
        return receipts;
    }
}

package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.Mondays;
import dev.holdfast.supply.plan.input.Row;
import dev.holdfast.supply.plan.input.Sheet;
import dev.holdfast.supply.plan.input.SupplyRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of things told about supply: commitments, counts and quarantines. A row without a type is a commitment.
final class NewsRows {
    static final Sheet SHEET = Sheet.of(
            "supply-events",
            "component",
            "type,id,occurredAt,sequence,commitment,supplier,quantity,week,status,onHand,quarantined,asOf,lot");

    private final Instant now;
    private final List<News> news = new ArrayList<>();

    NewsRows(Instant now) {
        this.now = now;
    }

    /// @param quantity of a commitment or a lot, or what a count found on hand
    /// @param week of a commitment its Monday, of a count its day
    record News(
            long line,
            @Nullable String id,
            Instant occurredAt,
            long sequence,
            String kind,
            String subject,
            String component,
            @Nullable String supplier,
            @Nullable String lot,
            long quantity,
            @Nullable Long quarantined,
            @Nullable LocalDate week,
            @Nullable String status) {}

    void add(Row row) {
        switch (row.text("type")) {
            case "", Standing.COMMITMENT -> addCommitment(row);
            case Standing.COUNT -> addCount(row);
            case Standing.QUARANTINE -> addQuarantine(row);
            default -> row.refuse("type", row.text("type"), "must be commitment, count or quarantine");
        }
    }

    private void addCommitment(Row row) {
        String commitment = row.name("commitment");
        String component = row.name("component");
        long quantity = row.whole("quantity", 0, SupplyRows.MAX_RECEIPT);
        int week = row.week("week");
        String status = row.text("status");
        if (CommitmentStatus.of(status).isEmpty()) {
            row.refuse("status", status, "must be forecast, committed, shipped or received");
        }
        Instant occurredAt = occurredAt(row);
        if (row.isGood()) {
            news.add(new News(
                    row.line(),
                    given(row, "id"),
                    occurredAt,
                    sequence(row),
                    Standing.COMMITMENT,
                    commitment,
                    component,
                    given(row, "supplier"),
                    null,
                    quantity,
                    null,
                    Mondays.date(week),
                    status));
        }
    }

    private void addCount(Row row) {
        String component = row.name("component");
        long onHand = row.whole("onHand", 0, SupplyRows.MAX_RECEIPT);
        long quarantined = row.text("quarantined").isEmpty() ? 0 : row.whole("quarantined", 0, SupplyRows.MAX_RECEIPT);
        LocalDate asOf = CalendarRows.date(row, "asOf");
        if (quarantined > onHand) {
            row.refuse("quarantined", row.text("quarantined"), "is more than the " + onHand + " on hand");
        }
        Instant occurredAt = occurredAt(row);
        if (row.isGood()) {
            news.add(new News(
                    row.line(),
                    given(row, "id"),
                    occurredAt,
                    sequence(row),
                    Standing.COUNT,
                    component,
                    component,
                    null,
                    null,
                    onHand,
                    quarantined,
                    asOf,
                    null));
        }
    }

    private void addQuarantine(Row row) {
        String component = row.name("component");
        String lot = row.name("lot");
        long quantity = row.whole("quantity", 0, SupplyRows.MAX_RECEIPT);
        Instant occurredAt = occurredAt(row);
        if (row.isGood()) {
            news.add(new News(
                    row.line(),
                    given(row, "id"),
                    occurredAt,
                    sequence(row),
                    Standing.QUARANTINE,
                    component + "/" + lot,
                    component,
                    null,
                    lot,
                    quantity,
                    null,
                    null,
                    null));
        }
    }

    private Instant occurredAt(Row row) {
        String text = row.text("occurredAt");
        if (text.isEmpty()) {
            return now;
        }
        try {
            Instant at = Instant.parse(text);
            if (!at.isAfter(now)) {
                return at;
            }
            row.refuse("occurredAt", text, "is in the future; it is " + now + " now");
        } catch (DateTimeParseException _) {
            row.refuse("occurredAt", text, "must be an instant like 2027-02-28T09:30:00Z");
        }
        return now;
    }

    private static long sequence(Row row) {
        return row.text("sequence").isEmpty() ? 0 : row.whole("sequence", 0, SupplyRows.MAX_RECEIPT);
    }

    private static @Nullable String given(Row row, String column) {
        return row.text(column).isEmpty() ? null : row.text(column);
    }

    List<News> news() {
        return news;
    }
}

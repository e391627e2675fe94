package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.TaxDesk;
import dev.holdfast.delivery.balance.TaxRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tax documents that are to be issued elsewhere, the latest first.
///
/// @param launches their names by their ids
/// @param size of a full page
record StaffTaxRequestsPage(Frame frame, Map<String, String> launches, TaxFilter filter, List<Row> rows, int size) {
    static final String ADDRESS = "/operator/tax-requests";

    StaffTaxRequestsPage {
        rows = List.copyOf(rows);
    }

    /// A request, and what of its facts is shown.
    record Row(TaxRequest request, TaxFacts facts) {
        static Row of(TaxRequest request) {
            return new Row(request, TaxFacts.of(request));
        }
    }

    TaxWords tax() {
        return new TaxWords(frame.words());
    }

    String at(Row row) {
        return frame.words().instant(row.request().at(), ZoneOffset.UTC);
    }

    String most() {
        return frame.words().number(TaxDesk.MAX_EXPORT);
    }

    @Nullable
    String next() {
        return rows.size() < size
                ? null
                : filter.address(rows.getLast().request().number());
    }
}

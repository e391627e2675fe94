package dev.holdfast.web.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.holdfast.delivery.balance.TaxRequest;
import dev.holdfast.kernel.SheetText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Requests for tax documents as rows of a CSV file, for whoever issues them by hand. Amounts are in minor units, the
/// rate in hundredths of a percent.
final class TaxRows implements AutoCloseable {
    private final CsvWriter csv;

    TaxRows(Writer writer) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(
                "number",
                "kind",
                "replaces",
                "replacedBy",
                "at",
                "order",
                "launch",
                "offer",
                "serial",
                "reference",
                "sellerName",
                "sellerTaxNumber",
                "buyerName",
                "buyerTaxNumber",
                "buyerAddress",
                "taxRate",
                "price",
                "net",
                "tax",
                "currency");
    }

    void write(TaxRequest request) {
        var facts = TaxFacts.of(request);
        csv.writeRecord(
                String.valueOf(request.number()),
                request.kind().name().toLowerCase(Locale.ROOT),
                number(request.replaces()),
                number(request.replacedBy()),
                request.at().toString(),
                request.order().toString(),
                SheetText.safe(facts.launch()),
                SheetText.safe(facts.offer()),
                SheetText.safe(facts.serial()),
                facts.reference(),
                SheetText.safe(facts.seller().name()),
                SheetText.safe(facts.seller().taxNumber()),
                SheetText.safe(facts.buyer().name()),
                SheetText.safe(facts.buyer().taxNumber()),
                SheetText.safe(facts.buyer().address()),
                String.valueOf(facts.taxRate()),
                String.valueOf(facts.price().amount()),
                String.valueOf(facts.net().amount()),
                String.valueOf(facts.tax().amount()),
                facts.price().currency());
    }

    private static String number(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }

    /// Writes what is still in memory, and closes the writer it was given.
    @Override
    public void close() throws IOException {
        csv.close();
    }
}

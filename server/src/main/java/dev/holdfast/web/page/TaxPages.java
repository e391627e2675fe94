package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.TaxDesk;
import dev.holdfast.launch.Launch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where operators see which tax documents are to be issued, and take them away for whoever issues them by hand.
@Controller
class TaxPages {
    private static final int SHOWN = 100;

    private final TaxDesk tax;
    private final Launch launch;
    private final Templates templates;

    TaxPages(TaxDesk tax, Launch launch, Templates templates) {
        this.tax = tax;
        this.launch = launch;
        this.templates = templates;
    }

    /// @param before the last one of the page before; 0: from the latest on
    /// @param said   what the list is narrowed to
    @GetMapping(StaffTaxRequestsPage.ADDRESS)
    Page requests(Frame frame, @RequestParam(defaultValue = "0") long before, @RequestParam Map<String, String> said) {
        frame.operating();
        Map<String, String> launches = new TreeMap<>();
        launch.all()
                .forEach(one -> launches.put(
                        one.slug(), frame.words().name(one.definition().name())));
        var filter = TaxFilter.of(said, launches.keySet());
        var rows = tax.latest(filter.query(), before > 0 ? before : Long.MAX_VALUE, SHOWN).stream()
                .map(StaffTaxRequestsPage.Row::of)
                .toList();
        return templates.page("staffTaxRequests", new StaffTaxRequestsPage(frame, launches, filter, rows, SHOWN));
    }

    /// Written as it is read: the longest file takes no more memory than a page of it.
    @GetMapping(StaffTaxRequestsPage.ADDRESS + ".csv")
    void export(Frame frame, @RequestParam(defaultValue = "0") long after, HttpServletResponse response)
            throws IOException {
        var operator = frame.operating();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tax-requests.csv\"");
        try (var rows = new TaxRows(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            tax.export(after, operator, rows::write);
        }
    }
}

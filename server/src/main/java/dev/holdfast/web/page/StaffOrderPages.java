package dev.holdfast.web.page;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderQuery;
import dev.holdfast.launch.OrderQuery.Sort;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The orders of a launch, to be looked through and taken away.
@Controller
class StaffOrderPages {
    private static final int SHOWN = 100;

    private final Launch launch;
    private final Templates templates;

    StaffOrderPages(Launch launch, Templates templates) {
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/orders")
    Page orders(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> said) {
        frame.planning();
        return list(frame, OrderFilter.of(slug, said), null);
    }

    /// An id or a position leads to its order, anything else is taken for a member.
    @GetMapping("/operator/launches/{slug}/find")
    View find(Frame frame, @PathVariable String slug, @RequestParam(name = "q", defaultValue = "") String asked) {
        frame.planning();
        var wanted = asked.strip();
        var order = OrderId.parse(wanted).or(() -> at(slug, wanted));
        if (order.isPresent()) {
            return SeeOther.to("/operator/orders/" + order.get());
        }
        var of = OrderFilter.of(slug, Map.of("member", wanted, "sort", Sort.HELD.name()));
        if (of.query().member() == null) {
            return list(frame, new OrderFilter(slug, OrderQuery.ALL), wanted.isEmpty() ? null : wanted);
        }
        return launch.find(slug, of.query(), 1).orders().isEmpty()
                ? list(frame, new OrderFilter(slug, OrderQuery.ALL), wanted)
                : SeeOther.to(of.address());
    }

    /// Written as it is read: the longest line takes no more memory than a page of it.
    @GetMapping("/operator/launches/{slug}/orders.csv")
    void export(
            Frame frame,
            @PathVariable String slug,
            @RequestParam Map<String, String> said,
            HttpServletResponse response)
            throws IOException {
        var operator = frame.operating();
        var query = OrderFilter.of(slug, said).query();
        launch.number(slug);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + slug + "-orders.csv\"");
        try (var rows = new OrderRows(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            launch.export(slug, query, operator, rows::write);
        }
    }

    private Optional<OrderId> at(String slug, String wanted) {
        var digits = wanted.replaceAll("[,\\s]", "");
        return digits.matches("\\d{1,15}") ? launch.at(slug, Long.parseLong(digits)) : Optional.empty();
    }

    private Page list(Frame frame, OrderFilter filter, @Nullable String missed) {
        var view = launch.look(filter.slug());
        var found = launch.find(filter.slug(), filter.query(), SHOWN);
        return templates.page("staffOrders", new StaffOrdersPage(frame, view, filter, found, missed));
    }
}

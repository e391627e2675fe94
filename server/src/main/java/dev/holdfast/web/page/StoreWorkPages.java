package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.service.work.Line;
import dev.holdfast.service.work.Parts;
import dev.holdfast.service.work.WorkDesk;
import dev.holdfast.supply.MasterRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Work orders and parts, for those who work where they are.
@Controller
class StoreWorkPages {
    private final Network network;
    private final WorkDesk desk;
    private final Parts parts;
    private final StoreTicketPages tickets;
    private final Templates templates;

    StoreWorkPages(Network network, WorkDesk desk, Parts parts, StoreTicketPages tickets, Templates templates) {
        this.network = network;
        this.desk = desk;
        this.parts = parts;
        this.tickets = tickets;
        this.templates = templates;
    }

    @PostMapping("/store/{place}/tickets/{number}/work-orders")
    View make(
            Frame frame,
            @PathVariable String place,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String km,
            @RequestParam(defaultValue = "") List<String> component,
            @RequestParam(defaultValue = "") List<String> part,
            @RequestParam(defaultValue = "") List<String> quantity,
            @RequestParam(defaultValue = "") List<String> amount) {
        var clerk = StorePages.clerk(network, frame, place);
        long ticket = TicketPages.number(number);
        return tickets.after(frame, place, ticket, clerk, () -> {
            var currency = Currency.getInstance(desk.currency(ticket, clerk));
            List<Line> lines = new ArrayList<>();
            for (int line = 0; line < component.size(); line++) {
                if (!component.get(line).isBlank()) {
                    var units = decimal(at(amount, line)).movePointRight(currency.getDefaultFractionDigits());
                    lines.add(new Line(
                            component.get(line),
                            "",
                            0,
                            at(part, line),
                            decimal(at(quantity, line)).intValueExact(),
                            units.longValueExact()));
                }
            }
            desk.make(ticket, km.isBlank() ? null : decimal(km).intValueExact(), lines, clerk);
        });
    }

    private static String at(List<String> values, int line) {
        return line < values.size() ? values.get(line).strip() : "";
    }

    /// @throws ArithmeticException when it has more digits than there are units
    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(",", ""));
    }

    @PostMapping("/store/{place}/work-orders/{number}")
    View step(
            Frame frame,
            @PathVariable String place,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam @Nullable Integer line,
            @RequestParam @Nullable String words) {
        var clerk = StorePages.clerk(network, frame, place);
        var order = desk.look(TicketPages.number(number), clerk);
        Long ticket = order.ticket();
        return tickets.after(frame, place, ticket == null ? 0 : ticket, clerk, () -> {
            switch (step) {
                case "goodwill" -> desk.goodwill(order.number(), line, words, clerk);
                case "in_work" -> desk.begin(order.number(), clerk);
                case "cancelled" -> desk.cancel(order.number(), words, clerk);
                default -> desk.done(order.number(), words, clerk);
            }
        });
    }

    @GetMapping("/store/{place}/parts")
    Page parts(Frame frame, @PathVariable String place) {
        return templates.page("storeParts", page(frame, place, null));
    }

    @PostMapping("/store/{place}/parts")
    View tell(
            Frame frame,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String expectedOn) {
        var clerk = StorePages.clerk(network, frame, place);
        try {
            var row = Map.of("part", part, "note", note, "quantity", quantity, "expectedOn", expectedOn);
            parts.tell(place, new MasterRows.Objects(List.of(row)), clerk);
            return SeeOther.to("/store/" + place + "/parts");
        } catch (Problem refused) {
            var notice = TicketPages.notice(frame.words(), refused);
            return templates.refusal("storeParts", page(frame.at("/store/" + place + "/parts"), place, notice), 409);
        }
    }

    private StorePartsPage page(Frame frame, String place, @Nullable Notice notice) {
        var clerk = StorePages.clerk(network, frame, place);
        return new StorePartsPage(frame, place, Places.of(network), parts.at(place, Parts.MAX_PAGE, clerk), notice);
    }
}

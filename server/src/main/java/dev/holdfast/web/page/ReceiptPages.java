package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.receipt.Checked;
import dev.holdfast.launch.receipt.OrderReceipt;
import dev.holdfast.launch.receipt.Receipts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a fan can show of their place, and where anybody finds out what it is worth.
@Controller
class ReceiptPages {
    private final Launch launch;
    private final Receipts receipts;
    private final Templates templates;

    ReceiptPages(Launch launch, Receipts receipts, Templates templates) {
        this.launch = launch;
        this.receipts = receipts;
        this.templates = templates;
    }

    @GetMapping("/orders/{id}/receipt")
    void download(Frame frame, @PathVariable String id, HttpServletResponse response) throws IOException {
        var order = OrderPages.order(id);
        byte[] text = receipts.issue(order, frame.asker()).getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file(order) + "\"");
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private static String file(OrderId order) {
        return "receipt-" + order.launch() + "-" + order.position() + ".txt";
    }

    @GetMapping("/receipts")
    Page ask(Frame frame) {
        return templates.page("receipt", new ReceiptPage(frame, "", null, "", "", ZoneOffset.UTC));
    }

    @PostMapping("/receipts")
    Page check(Frame frame, @RequestParam(defaultValue = "") String text) {
        boolean readable = text.length() <= Receipts.MAX_BYTES;
        var checked = readable ? receipts.check(text) : new Checked.NoReceipt();
        var here = frame.at("/receipts");
        return templates.page(
                "receipt",
                checked instanceof Checked.Genuine genuine
                        ? genuine(here, text, genuine)
                        : new ReceiptPage(here, readable ? text : "", checked, "", "", ZoneOffset.UTC));
    }

    private ReceiptPage genuine(Frame frame, String text, Checked.Genuine genuine) {
        OrderReceipt receipt = genuine.receipt();
        LaunchDefinition definition = launch.look(receipt.launch()).definition();
        return new ReceiptPage(
                frame,
                text,
                genuine,
                frame.words().name(definition.name()),
                OfferNames.of(definition, receipt.offer(), frame.words()),
                definition.timeZone());
    }

    /// @throws Problem UNKNOWN when there is no such launch
    @GetMapping("/launches/{slug}/fair")
    Page fair(Frame frame, @PathVariable String slug) {
        return templates.page("fair", new FairPage(frame, launch.look(slug)));
    }
}

package dev.holdfast.web;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.receipt.Checked;
import dev.holdfast.launch.receipt.OrderReceipt;
import dev.holdfast.launch.receipt.Receipts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/// Signed receipts: for the owner of an order to have, and for anybody to check.
final class ReceiptDoor {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Receipts receipts;
    private final Doorkeeper doorkeeper;

    ReceiptDoor(Receipts receipts, Doorkeeper doorkeeper) {
        this.receipts = receipts;
        this.doorkeeper = doorkeeper;
    }

    void issue(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        exchange.text(200, TEXT, receipts.issue(order, asking.asker()));
    }

    void key(Exchange exchange) throws IOException {
        exchange.text(200, TEXT, receipts.key());
    }

    void check(Exchange exchange) throws IOException {
        String text = new String(exchange.body(Receipts.MAX_BYTES), StandardCharsets.UTF_8);
        Checked checked = receipts.check(text);
        exchange.json(200, Json.object(json -> write(json, checked)));
    }

    private static void write(JsonGenerator json, Checked checked) {
        switch (checked) {
            case Checked.Genuine(OrderReceipt receipt, String key) -> {
                verdict(json, "genuine", key);
                receipt(json, receipt);
            }
            case Checked.Altered(String key) -> verdict(json, "altered", key);
            case Checked.UnknownKey(String key) -> verdict(json, "unknown_key", key);
            case Checked.NoReceipt() -> json.writeStringProperty("verdict", "no_receipt");
        }
    }

    private static void verdict(JsonGenerator json, String verdict, String key) {
        json.writeStringProperty("verdict", verdict);
        json.writeStringProperty("key", key);
    }

    private static void receipt(JsonGenerator json, OrderReceipt receipt) {
        json.writeObjectPropertyStart("receipt");
        json.writeStringProperty("order", receipt.order().toString());
        json.writeStringProperty("launch", receipt.launch());
        json.writeNumberProperty("position", receipt.position());
        json.writeStringProperty("entered", receipt.entered().toString());
        json.writeStringProperty("offer", receipt.offer());
        json.writeStringProperty("state", receipt.state().name());
        OrderJson.window(json, "firstPromise", receipt.firstPromise());
        OrderJson.window(json, "currentPromise", receipt.currentPromise());
        json.writeStringProperty("issued", receipt.issued().toString());
        json.writeEndObject();
    }
}

package dev.holdfast.web;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.BankLine;
import dev.holdfast.delivery.balance.Entry;
import dev.holdfast.delivery.balance.Lenders;
import dev.holdfast.delivery.balance.Payment;
import dev.holdfast.delivery.balance.Refund;
import dev.holdfast.delivery.balance.Statements;
import dev.holdfast.delivery.balance.TaxRequest;
import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Balances as the interface tells them.
final class BalanceJson {
    private BalanceJson() {}

    static void write(JsonGenerator json, Balance balance, Terms terms) {
        head(json, balance);
        each(json, "lines", balance.lines(), line -> {
            json.writeStringProperty("cause", line.cause());
            json.writeStringProperty("source", line.source());
            json.writeStringProperty("detail", line.detail());
            OrderJson.money(json, "amount", line.amount());
            json.writeStringProperty("at", line.at().toString());
        });
        each(json, "payments", balance.payments(), payment -> members(json, payment));
        each(json, "refunds", balance.refunds(), refund -> members(json, refund));
        json.writeObjectPropertyStart("buyer");
        json.writeStringProperty("name", balance.buyer().name());
        json.writeStringProperty("taxNumber", balance.buyer().taxNumber());
        json.writeStringProperty("address", balance.buyer().address());
        json.writeEndObject();
        json.writeStringProperty("payAs", balance.pay().toString());
        bank(json, terms);
        yearEnds(json, terms);
    }

    static void inList(JsonGenerator json, Balance balance) {
        json.writeStartObject();
        json.writeNumberProperty("number", balance.number());
        json.writeStringProperty("member", balance.member());
        head(json, balance);
        json.writeEndObject();
    }

    private static void head(JsonGenerator json, Balance balance) {
        json.writeStringProperty("order", balance.order().toString());
        json.writeStringProperty("state", word(balance.state()));
        json.writeStringProperty("reference", balance.reference());
        OrderJson.money(json, "left", balance.left());
        OrderJson.instant(json, "settledAt", balance.settledAt());
        OrderJson.instant(json, "handedOverAt", balance.handedOverAt());
    }

    private static void members(JsonGenerator json, Payment payment) {
        json.writeStringProperty("way", word(payment.way()));
        json.writeStringProperty("toldBy", payment.toldBy());
        json.writeStringProperty("reference", payment.reference());
        OrderJson.money(json, "amount", payment.amount());
        json.writeStringProperty("at", payment.at().toString());
        json.writeStringProperty("state", word(payment.state()));
    }

    static void write(JsonGenerator json, Refund refund) {
        json.writeStartObject();
        members(json, refund);
        json.writeStringProperty("order", refund.order().toString());
        json.writeStringProperty("fault", refund.fault());
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Refund refund) {
        json.writeNumberProperty("number", refund.number());
        json.writeStringProperty("way", word(refund.way()));
        json.writeStringProperty("payment", refund.payment());
        OrderJson.money(json, "amount", refund.amount());
        json.writeBooleanProperty("byHand", refund.byHand());
        json.writeStringProperty("cause", refund.cause());
        json.writeStringProperty("requestedAt", refund.requestedAt().toString());
        OrderJson.instant(json, "doneAt", refund.doneAt());
        json.writeStringProperty("reference", refund.reference());
    }

    static void write(JsonGenerator json, Terms terms) {
        json.writeObjectPropertyStart("seller");
        json.writeStringProperty("name", terms.seller().name());
        json.writeStringProperty("taxNumber", terms.seller().taxNumber());
        json.writeStringProperty("address", terms.seller().address());
        json.writeEndObject();
        bank(json, terms);
        json.writeNumberProperty("taxRate", terms.taxRate());
        json.writeBooleanProperty("handOverUnpaid", terms.handOverUnpaid());
        yearEnds(json, terms);
    }

    private static void bank(JsonGenerator json, Terms terms) {
        json.writeObjectPropertyStart("bank");
        json.writeStringProperty("name", terms.bank().name());
        json.writeStringProperty("account", terms.bank().account());
        json.writeEndObject();
    }

    private static void yearEnds(JsonGenerator json, Terms terms) {
        each(json, "yearEnds", terms.yearEnds(), one -> members(json, one));
    }

    private static void members(JsonGenerator json, YearEnd one) {
        json.writeStringProperty("id", one.id());
        json.writeStringProperty("from", one.from().toString());
        json.writeNumberProperty("amount", one.amount());
        json.writeStringProperty("borneBy", word(one.borneBy()));
        json.writeObjectPropertyStart("reason");
        json.writeStringProperty("en", one.reason().get("en"));
        json.writeStringProperty("zh", one.reason().get("zh"));
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Statements.Told told) {
        json.writeNumberProperty("statement", told.statement());
        json.writeNumberProperty("lines", told.lines());
        json.writeNumberProperty("booked", told.booked());
        json.writeNumberProperty("toLookAt", told.toLookAt());
        json.writeNumberProperty("known", told.known());
    }

    static void write(JsonGenerator json, BankLine line) {
        json.writeStartObject();
        json.writeNumberProperty("number", line.number());
        json.writeStringProperty("account", line.account());
        json.writeStringProperty("bankReference", line.bankReference());
        json.writeStringProperty("bookedOn", line.bookedOn().toString());
        OrderJson.money(json, "amount", line.amount());
        json.writeStringProperty("payer", line.payer());
        json.writeStringProperty("payerAccount", line.payerAccount());
        json.writeStringProperty("text", line.text());
        json.writeStringProperty("state", word(line.state()));
        json.writeStringProperty("reason", line.reason().isEmpty() ? null : line.reason());
        json.writeStringProperty("order", text(line.order()));
        OrderJson.money(json, "left", line.left());
        json.writeStringProperty("reference", line.reference());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Lenders.Confirmed confirmed) {
        json.writeObjectPropertyStart("confirmation");
        members(json, confirmed.payment());
        json.writeStringProperty("signedBy", confirmed.payment().signedBy());
        json.writeEndObject();
        json.writeStringProperty("state", word(confirmed.state()));
        OrderJson.money(json, "left", confirmed.left());
    }

    static void write(JsonGenerator json, Lenders.Loan loan) {
        json.writeStartObject();
        json.writeStringProperty("order", loan.order().toString());
        members(json, loan.payment());
        json.writeStringProperty("signedBy", loan.payment().signedBy());
        json.writeBooleanProperty("binding", loan.binding());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("debit", word(entry.debit()));
        json.writeStringProperty("credit", word(entry.credit()));
        OrderJson.money(json, "amount", entry.amount());
        json.writeStringProperty("cause", entry.cause());
        json.writeStringProperty("source", entry.source());
        json.writeStringProperty("detail", entry.detail());
        json.writeStringProperty("at", entry.at().toString());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, TaxRequest request) {
        json.writeStartObject();
        json.writeNumberProperty("number", request.number());
        json.writeStringProperty("order", request.order().toString());
        json.writeStringProperty("kind", word(request.kind()));
        if (request.replaces() == null) {
            json.writeNullProperty("replaces");
        } else {
            json.writeNumberProperty("replaces", request.replaces());
        }
        json.writeStringProperty("at", request.at().toString());
        json.writeName("facts");
        json.writeRawValue(request.facts());
        json.writeEndObject();
    }

    private static <T> void each(JsonGenerator json, String name, Collection<T> all, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        for (T one : all) {
            json.writeStartObject();
            members.accept(one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Object one) {
        return one == null ? null : one.toString();
    }
}

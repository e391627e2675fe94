package dev.holdfast.launch.payment;

import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the body of an event from Stripe.
///
/// Not by the classes of Stripe's library: those read only events of exactly their own version, while the version of an
/// event is a setting in the seller's account. The few fields here have not changed in years.
final class StripeEvent {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final JsonNode object;

    private StripeEvent(JsonNode event) {
        this.id = event.path("id").asString("");
        this.object = event.path("data").path("object");
    }

    static Reading read(String body) {
        JsonNode event;
        try {
            event = JSON.readTree(body);
        } catch (JacksonException noJson) {
            return new Reading.Malformed("the body is not JSON");
        }
        String type = event.path("type").asString("");
        return new StripeEvent(event).ofType(type);
    }

    private Reading ofType(String type) {
        return switch (type) {
            case "" -> new Reading.Malformed("type is missing");
            case "payment_intent.succeeded" -> intent(Kind.SUCCEEDED, "amount_received");
            case "payment_intent.amount_capturable_updated" -> intent(Kind.AUTHORISED, "amount_capturable");
            case "payment_intent.canceled" -> intent(Kind.VOIDED, "amount");
            case "payment_intent.payment_failed" -> intent(Kind.FAILED, "amount");
            case "charge.succeeded" -> instrument();
            case "charge.refunded" -> charge();
            case "refund.updated", "refund.failed", "charge.refund.updated" -> refund();
            default -> new Reading.Ignored("the type " + type + " is not used");
        };
    }

    private Reading intent(Kind kind, String amount) {
        return of(kind, "id", amount);
    }

    /// The report of a payment names its charge alone; which card it was, by a name that is the same in every payment
    /// with it, stands in the report of the charge.
    private Reading instrument() {
        JsonNode order = object.path("metadata").path(StripeProvider.ORDER);
        JsonNode paidWith = object.path("payment_method_details");
        JsonNode fingerprint = paidWith.path(paidWith.path("type").asString("")).path("fingerprint");
        return order.isString() && fingerprint.isString()
                ? new Reading.PaidWith(order.stringValue(), fingerprint.stringValue())
                : new Reading.Ignored("the charge names no order of ours, or not what it was paid with");
    }

    /// What an operator gives back in parts, in Stripe's console, is told once all of it is back.
    private Reading charge() {
        if (!object.path("captured").asBoolean(true)) {
            return new Reading.Ignored("promised money was given up, which its payment tells of too");
        }
        return object.path("refunded").asBoolean(false)
                ? of(Kind.REFUNDED, "payment_intent", "amount_refunded")
                : new Reading.Ignored("a part of the payment was refunded, and not by Holdfast");
    }

    private Reading refund() {
        String status = object.path("status").asString("");
        return switch (status) {
            case "succeeded" -> of(Kind.REFUNDED, "payment_intent", "amount");
            case "failed", "canceled" -> of(Kind.REFUND_FAILED, "payment_intent", "amount");
            default -> new Reading.Ignored("the refund is " + status + " for now");
        };
    }

    private Reading of(Kind kind, String paymentField, String amountField) {
        JsonNode order = object.path("metadata").path(StripeProvider.ORDER);
        if (order.isMissingNode()) {
            return new Reading.Ignored("the payment was not begun by Holdfast: its metadata names no order");
        }
        JsonNode payment = object.path(paymentField);
        JsonNode amount = object.path(amountField);
        JsonNode currency = object.path("currency");
        if (!order.isString() || !payment.isString() || !currency.isString() || !amount.canConvertToLong()) {
            return new Reading.Malformed(
                    "one of metadata.order, " + paymentField + ", " + amountField + ", currency has the wrong shape");
        }
        return EventRules.check(new PaymentEvent(
                id,
                kind,
                order.stringValue(),
                payment.stringValue(),
                amount.longValue(),
                currency.stringValue().toUpperCase(Locale.ROOT)));
    }
}

package dev.holdfast.launch.payment;

import dev.holdfast.launch.payment.PaymentEvent.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the body of a sandbox event, token by token: no tree and no binding, since every paid order passes here.
///
/// Fields it does not know are passed over, for the contract may grow; a field given twice is refused, for two readers
/// would believe two different things.
final class SandboxEvent {

    private static final JsonFactory JSON = new JsonFactory();

    private @Nullable String type;
    private @Nullable String order;
    private @Nullable String payment;
    private @Nullable String currency;
    private @Nullable String instrument;
    private @Nullable Long amount;

    private SandboxEvent() {}

    static Reading read(String webhookId, byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            SandboxEvent event = new SandboxEvent();
            event.readObject(parser);
            return event.toReading(webhookId);
        } catch (JacksonException noJson) {
            return new Reading.Malformed("the body is not JSON");
        } catch (Misshapen fault) {
            return new Reading.Malformed(fault.reason);
        }
    }

    private void readObject(JsonParser parser) throws Misshapen {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Misshapen("the body is not a JSON object");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "type" -> type = text(parser, name, type);
                case "order" -> order = text(parser, name, order);
                case "payment" -> payment = text(parser, name, payment);
                case "instrument" -> instrument = text(parser, name, instrument);
                case "currency" -> currency = text(parser, name, currency);
                case "amount" -> amount = wholeNumber(parser, name, amount);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new Misshapen("something follows the JSON object");
        }
    }

    private static String text(JsonParser parser, String name, @Nullable String before) throws Misshapen {
        if (before != null) {
            throw new Misshapen(name + " is given twice");
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Misshapen(name + " is not a text");
        }
        return parser.getString();
    }

    private static Long wholeNumber(JsonParser parser, String name, @Nullable Long before) throws Misshapen {
        if (before != null) {
            throw new Misshapen(name + " is given twice");
        }
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Misshapen(name + " is not a whole number of minor units");
        }
        return parser.getLongValue();
    }

    private Reading toReading(String webhookId) {
        if (type == null) {
            return new Reading.Malformed("type is missing");
        }
        Kind kind = kind(type);
        if (kind == null) {
            return new Reading.Ignored("the type " + type + " is not used");
        }
        if (order == null || payment == null || amount == null || currency == null) {
            return new Reading.Malformed("one of order, payment, amount, currency is missing");
        }
        return EventRules.check(new PaymentEvent(webhookId, kind, order, payment, amount, currency, instrument));
    }

    private static @Nullable Kind kind(String type) {
        return switch (type) {
            case "payment.succeeded" -> Kind.SUCCEEDED;
            case "payment.failed" -> Kind.FAILED;
            case "payment.authorised" -> Kind.AUTHORISED;
            case "payment.voided" -> Kind.VOIDED;
            case "capture.refused" -> Kind.CAPTURE_REFUSED;
            case "refund.succeeded" -> Kind.REFUNDED;
            default -> null;
        };
    }

    /// Leaves the parsing loop; carries no stack trace, for a flood of bad bodies must stay cheap.
    private static final class Misshapen extends Exception {

        final String reason;

        Misshapen(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}

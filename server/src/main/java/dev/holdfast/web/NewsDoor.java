package dev.holdfast.web;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.MailPage;
import dev.holdfast.member.mail.Mails;
import java.io.IOException;
import java.util.Locale;

/// How news gets out, as operators see it.
final class NewsDoor {
    private final Mails mails;
    private final Doorkeeper doorkeeper;

    NewsDoor(Mails mails, Doorkeeper doorkeeper) {
        this.mails = mails;
        this.doorkeeper = doorkeeper;
    }

    void mail(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        String before = exchange.parameter("before");
        int limit = (int) exchange.number("limit", Mails.MAX_PAGE, 1, Mails.MAX_PAGE);
        MailPage page = mails.page(
                before == null ? null : Long.valueOf(exchange.number("before", 0, 1, Long.MAX_VALUE)), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("letters");
            for (MailPage.Entry entry : page.entries()) {
                json.writeStartObject();
                json.writeNumberProperty("number", entry.number());
                json.writeStringProperty("kind", entry.kind());
                json.writeStringProperty("member", entry.member());
                json.writeStringProperty("address", entry.address());
                json.writeStringProperty("state", entry.state().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("queuedAt", entry.queuedAt().toString());
                json.writeStringProperty(
                        "sentAt", entry.sentAt() == null ? null : entry.sentAt().toString());
                json.writeNumberProperty("attempts", entry.attempts());
                json.writeStringProperty("fault", entry.fault());
                Letter letter = entry.letter();
                json.writeStringProperty("subject", letter == null ? null : letter.subject());
                json.writeStringProperty("text", letter == null ? null : letter.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("next");
            json.writePOJO(page.next());
        }));
    }
}

package dev.holdfast.web;

import dev.holdfast.launch.news.Kind;
import dev.holdfast.launch.news.News;
import dev.holdfast.launch.news.Registered;
import dev.holdfast.launch.news.Webhook;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.MailPage;
import dev.holdfast.member.mail.Mails;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// How news gets out, as operators see it.
final class NewsDoor {
    private static final int MAX_BODY = 16 * 1024;

    private final News news;
    private final Mails mails;
    private final Doorkeeper doorkeeper;

    NewsDoor(News news, Mails mails, Doorkeeper doorkeeper) {
        this.news = news;
        this.mails = mails;
        this.doorkeeper = doorkeeper;
    }

    /// @param newSecret whether a webhook that is there gets another secret
    private record WebhookWish(
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable Boolean newSecret) {}

    void register(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        WebhookWish wish = Json.read(exchange.body(MAX_BODY), WebhookWish.class);
        Registered registered = news.register(
                exchange.name(0),
                wish.url() == null ? "" : wish.url(),
                wish.events() == null ? List.of() : wish.events(),
                Boolean.TRUE.equals(wish.newSecret()),
                asking.member());
        exchange.json(registered.created() ? 201 : 200, Json.object(json -> {
            write(json, registered.webhook());
            if (registered.secret() != null) {
                json.writeStringProperty("secret", registered.secret());
            }
        }));
    }

    void webhook(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Webhook webhook = news.find(exchange.name(0));
        exchange.json(200, Json.object(json -> write(json, webhook)));
    }

    void webhooks(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<Webhook> webhooks = news.webhooks();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("webhooks");
            for (Webhook webhook : webhooks) {
                json.writeStartObject();
                write(json, webhook);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void remove(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        news.remove(exchange.name(0), asking.member());
        exchange.empty(204);
    }

    private static void write(JsonGenerator json, Webhook webhook) {
        json.writeStringProperty("name", webhook.name());
        json.writeStringProperty("url", webhook.url().toString());
        json.writeArrayPropertyStart("events");
        webhook.kinds().stream().map(Kind::word).sorted().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("createdAt", webhook.createdAt().toString());
        json.writeNumberProperty("waiting", webhook.waiting());
        json.writeNumberProperty("attempts", webhook.attempts());
        json.writeStringProperty(
                "deliveredAt",
                webhook.deliveredAt() == null ? null : webhook.deliveredAt().toString());
        json.writeStringProperty("fault", webhook.fault());
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

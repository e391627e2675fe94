package dev.holdfast.web.page;

import dev.holdfast.launch.news.Kind;
import dev.holdfast.launch.news.Webhook;
import java.util.List;

/// An address for news, as it is or was typed.
///
/// @param events words of [Kind]
/// @param known  whether there is one of the name, which then stays as it is
record WebhookForm(String name, String url, List<String> events, boolean known) {
    static final WebhookForm BLANK = new WebhookForm("", "", List.of(), false);

    WebhookForm {
        events = List.copyOf(events);
    }

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(
                webhook.name(),
                webhook.url().toString(),
                webhook.kinds().stream().map(Kind::word).toList(),
                true);
    }

    boolean wants(Kind kind) {
        return events.contains(kind.word());
    }
}

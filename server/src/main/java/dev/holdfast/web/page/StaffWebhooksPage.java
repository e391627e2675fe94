package dev.holdfast.web.page;

import dev.holdfast.launch.news.Kind;
import dev.holdfast.launch.news.Registered;
import dev.holdfast.launch.news.Webhook;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where news is sent, how that goes, and a form for one address.
///
/// @param registered with a secret that was made just now; null: none was
/// @param done       what was done before this page was loaded
record StaffWebhooksPage(
        Frame frame,
        List<Webhook> webhooks,
        WebhookForm form,
        @Nullable Registered registered,
        @Nullable String done,
        @Nullable Notice notice) {
    StaffWebhooksPage {
        webhooks = List.copyOf(webhooks);
    }

    static List<Kind> kinds() {
        return List.of(Kind.values());
    }

    boolean told() {
        return "saved".equals(done) || "removed".equals(done);
    }

    String when(@Nullable Instant at) {
        return at == null ? frame.words().say("webhook.never") : frame.words().instant(at, ZoneOffset.UTC);
    }

    /// How much of the news there is goes there.
    String share(Webhook webhook) {
        return frame.words().number(webhook.kinds().size()) + " / "
                + frame.words().number(kinds().size());
    }
}

package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.news.News;
import dev.holdfast.launch.news.Registered;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the brand's own systems get news: addresses, how each goes, and their secrets when they are made.
@Controller
class WebhookPages {
    private static final String LIST = "/operator/webhooks";

    private final News news;
    private final Templates templates;

    WebhookPages(News news, Templates templates) {
        this.news = news;
        this.templates = templates;
    }

    @GetMapping(LIST)
    Page list(
            Frame frame,
            @RequestParam(required = false) @Nullable String edit,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        var form = edit == null ? WebhookForm.BLANK : WebhookForm.of(news.find(edit));
        return templates.page("staffWebhooks", new StaffWebhooksPage(frame, news.webhooks(), form, null, done, null));
    }

    /// A secret is on this answer and nowhere else; a change that makes none leads back to the list.
    @PostMapping(LIST)
    View register(
            Frame frame,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> events,
            @RequestParam(defaultValue = "false") boolean known,
            @RequestParam(defaultValue = "false") boolean newSecret,
            HttpServletResponse response) {
        var operator = frame.operating();
        var here = frame.at(LIST);
        var form = new WebhookForm(name.strip(), url.strip(), List.copyOf(events), known);
        try {
            var registered = news.register(form.name(), form.url(), form.events(), newSecret, operator);
            if (registered.secret() == null) {
                return SeeOther.to(LIST + "?done=saved");
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            return page(here, WebhookForm.BLANK, registered, null, 200);
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID -> page(here, form, null, notice(refused, frame.words()), 422);
                case CONFLICT -> page(here, form, null, full(frame.words()), 409);
                default -> throw refused;
            };
        }
    }

    @PostMapping(LIST + "/{name}/remove")
    View remove(Frame frame, @PathVariable String name) {
        news.remove(name, frame.operating());
        return SeeOther.to(LIST + "?done=removed");
    }

    private Page page(
            Frame frame, WebhookForm form, @Nullable Registered registered, @Nullable Notice notice, int status) {
        return templates.refusal(
                "staffWebhooks", new StaffWebhooksPage(frame, news.webhooks(), form, registered, null, notice), status);
    }

    private static Notice notice(Problem refused, Words words) {
        var faults = refused.faults().stream()
                .map(fault ->
                        words.sayOrQuote("webhook.field.", fault.where()) + ": " + Reasons.of(fault.reason(), words))
                .collect(Collectors.joining(words.say("list.comma")));
        return Notice.of(words.say("webhook.refused"), faults);
    }

    private static Notice full(Words words) {
        return Notice.of(words.say("webhook.refused"), words.say("webhook.full"));
    }
}

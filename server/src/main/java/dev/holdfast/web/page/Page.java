package dev.holdfast.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/// A page ready to be sent: which template, with what, under which status.
///
/// @param retryAfter when to ask again; null: nothing is said of it
record Page(
        Templates templates,
        String template,
        Object content,
        int status,
        @Nullable Duration retryAfter) implements View {
    static final String TYPE = "text/html;charset=UTF-8";

    Page(Templates templates, String template, Object content, int status) {
        this(templates, template, content, status, null);
    }

    /// The same, saying when to ask again.
    Page after(Duration wait) {
        return new Page(templates, template, content, status, wait);
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = templates.render(template, content);
        response.setStatus(status);
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        body.send(request, response, TYPE);
    }
}

package dev.holdfast.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// A page ready to be sent: which template, with what, under which status.
record Page(Templates templates, String template, Object content, int status) implements View {
    static final String TYPE = "text/html;charset=UTF-8";

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = templates.render(template, content);
        response.setStatus(status);
        body.send(request, response, TYPE);
    }
}

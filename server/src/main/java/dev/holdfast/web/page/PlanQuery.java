package dev.holdfast.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An address with what its reader picked, so that what one planner sees can be sent to another.
final class PlanQuery {
    private final StringBuilder address;
    private char next = '?';

    private PlanQuery(String path) {
        this.address = new StringBuilder(path);
    }

    static PlanQuery to(String path) {
        return new PlanQuery(path);
    }

    /// What is null or empty is left out.
    PlanQuery with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            address.append(next).append(name).append('=');
            address.append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            next = '&';
        }
        return this;
    }

    String at(String fragment) {
        return address + fragment;
    }
}

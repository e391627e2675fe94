package dev.holdfast.launch.payment;

import org.jspecify.annotations.Nullable;

/// The headers of one delivery, by case-insensitive name: `request::getHeader` of a servlet is one.
@FunctionalInterface
public interface WebhookHeaders {

    @Nullable
    String first(String name);
}

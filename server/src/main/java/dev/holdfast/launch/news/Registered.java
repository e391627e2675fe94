package dev.holdfast.launch.news;

import org.jspecify.annotations.Nullable;

/// A webhook as it is registered now.
///
/// @param created whether there was none of the name
/// @param secret  what its messages are signed with, if it was made just now; told this once
public record Registered(
        Webhook webhook, boolean created, @Nullable String secret) {}

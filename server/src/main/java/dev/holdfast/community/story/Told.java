package dev.holdfast.community.story;

import dev.holdfast.launch.OrderId;

/// A story as it is sent.
///
/// @param order of the product it is about
/// @param language `en` or `zh`
/// @param terms the version that its author read and agrees to
public record Told(OrderId order, String language, String title, String text, int terms) {}

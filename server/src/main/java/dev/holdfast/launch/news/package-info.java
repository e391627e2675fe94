/// News: what changed for people, told once to each of those it concerns.
///
/// The rows that a publication made visible are the outbox; workers with cursors turn them into letters and into
/// signed messages for the webhooks of operators. Owns cursors, the list of news and the webhooks. Promises that a row
/// becomes one letter to one member and one item for each webhook, whatever dies, and that a webhook that does not
/// answer holds up no other.
@NamedInterface("news")
@NullMarked
package dev.holdfast.launch.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

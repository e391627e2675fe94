/// Bench: rehearses a launch against a running Holdfast and measures it. Never part of the product.
///
/// `load` plays the fans and the payment provider, `check` compares what was acknowledged with the book,
/// `server` starts Holdfast as a process of its own and speaks its operator API.
@NullMarked
package dev.holdfast.bench;

import org.jspecify.annotations.NullMarked;

/// Payments, tested with real keys, real signatures and real HTTP.
@NullMarked
package dev.holdfast.launch.payment;

import org.jspecify.annotations.NullMarked;

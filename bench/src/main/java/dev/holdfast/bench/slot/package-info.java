/// Slots under load: how many bookings a second a server takes, and whether any place is given twice.
@NullMarked
package dev.holdfast.bench.slot;

import org.jspecify.annotations.NullMarked;

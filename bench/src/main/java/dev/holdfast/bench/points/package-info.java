/// A ledger of a million entries, and how long its lists take on a real server.
@NullMarked
package dev.holdfast.bench.points;

import org.jspecify.annotations.NullMarked;

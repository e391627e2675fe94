/// Kept promises of a long line: how long it takes to publish them, and to look at them.
@NullMarked
package dev.holdfast.bench.kept;

import org.jspecify.annotations.NullMarked;

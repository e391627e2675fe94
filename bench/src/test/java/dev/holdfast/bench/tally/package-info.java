@NullMarked
package dev.holdfast.bench.tally;

import org.jspecify.annotations.NullMarked;

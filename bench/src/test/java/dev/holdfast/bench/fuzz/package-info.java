@NullMarked
package dev.holdfast.bench.fuzz;

import org.jspecify.annotations.NullMarked;

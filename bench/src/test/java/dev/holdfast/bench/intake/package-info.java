@NullMarked
package dev.holdfast.bench.intake;

import org.jspecify.annotations.NullMarked;

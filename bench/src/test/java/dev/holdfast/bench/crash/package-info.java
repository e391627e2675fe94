@NullMarked
package dev.holdfast.bench.crash;

import org.jspecify.annotations.NullMarked;

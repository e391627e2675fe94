@NullMarked
package dev.holdfast.bench.check;

import org.jspecify.annotations.NullMarked;

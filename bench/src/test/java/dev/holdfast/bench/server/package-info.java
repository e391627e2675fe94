@NullMarked
package dev.holdfast.bench.server;

import org.jspecify.annotations.NullMarked;

/// A hostile internet, generated from the interface's own document and sent to a real server.
@NullMarked
package dev.holdfast.bench.fuzz;

import org.jspecify.annotations.NullMarked;

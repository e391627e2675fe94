/// Ten thousand wishes with all that hangs on them, and how long their lists take on a real server.
@NullMarked
package dev.holdfast.bench.community;

import org.jspecify.annotations.NullMarked;

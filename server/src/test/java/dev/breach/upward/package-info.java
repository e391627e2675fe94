/// Member declares and uses launch: no cycle, yet against the arrows.
@NullMarked
package dev.breach.upward;

import org.jspecify.annotations.NullMarked;

/// Launch and member use each other.
@NullMarked
package dev.breach.cycle;

import org.jspecify.annotations.NullMarked;

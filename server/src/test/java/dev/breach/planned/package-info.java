/// Member declares launch and does not use it yet: against the arrows all the same.
@NullMarked
package dev.breach.planned;

import org.jspecify.annotations.NullMarked;

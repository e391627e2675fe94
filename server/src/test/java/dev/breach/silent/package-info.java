/// Member declares nothing, so everything would be allowed to it.
@NullMarked
package dev.breach.silent;

import org.jspecify.annotations.NullMarked;

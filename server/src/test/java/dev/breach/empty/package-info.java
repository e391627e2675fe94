/// Has no module at all.
@NullMarked
package dev.breach.empty;

import org.jspecify.annotations.NullMarked;

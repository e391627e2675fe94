/// A member module whose face lets its inside out in every way, a kernel that looks up, and SQL in web.
@NullMarked
package dev.breach.leaky;

import org.jspecify.annotations.NullMarked;

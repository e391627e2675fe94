@NullMarked
package dev.breach.leaky.kernel;

import org.jspecify.annotations.NullMarked;

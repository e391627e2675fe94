/// Keeps every rule: what is not a breach must pass.
@NullMarked
package dev.breach.clean;

import org.jspecify.annotations.NullMarked;

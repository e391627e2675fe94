/// Member is open: its sub-packages are everybody's.
@NullMarked
package dev.breach.open;

import org.jspecify.annotations.NullMarked;

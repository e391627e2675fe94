/// The product's waiting room as measurements see it: only what has to reach its stores stands here.
@NullMarked
package dev.holdfast.launch.lobby;

import org.jspecify.annotations.NullMarked;

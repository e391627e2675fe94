/// The product's intake as the load runs see it: only what has to reach its stores stands here.
@NullMarked
package dev.holdfast.launch.intake;

import org.jspecify.annotations.NullMarked;

/// The product's slots as the load runs see them: only what has to reach their stores stands here.
@NullMarked
package dev.holdfast.delivery.slot;

import org.jspecify.annotations.NullMarked;

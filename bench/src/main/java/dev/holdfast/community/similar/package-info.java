/// The product's index of wishes as measurements see it.
@NullMarked
package dev.holdfast.community.similar;

import org.jspecify.annotations.NullMarked;

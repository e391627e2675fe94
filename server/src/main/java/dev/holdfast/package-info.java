/// Holdfast runs a product launch as one closed loop whose promises hold.
@NullMarked
package dev.holdfast;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.launch.intake;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.delivery.allocation;

import org.jspecify.annotations.NullMarked;

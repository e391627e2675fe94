@NullMarked
package dev.holdfast.run;

import org.jspecify.annotations.NullMarked;

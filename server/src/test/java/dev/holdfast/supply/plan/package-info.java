/// The engine against a referee and a brute force that share no code with it.
@NullMarked
package dev.holdfast.supply.plan;

import org.jspecify.annotations.NullMarked;

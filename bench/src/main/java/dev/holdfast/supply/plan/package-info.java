/// Measurements of the planning engine on a synthetic plant, made from a seed.
@NullMarked
package dev.holdfast.supply.plan;

import org.jspecify.annotations.NullMarked;

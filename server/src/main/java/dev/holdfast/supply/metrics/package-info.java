/// Figures of how well promises were kept, how calm they were, and how fairly delays were shared.
///
/// A pure package: columns of numbers in, one number out, each formula beside its method. Weeks are whole
/// numbers on any common scale and [Weeks#NONE] where there is none. A share of nothing is `NaN`, never zero:
/// nobody was on time when nobody was due. What speaks of promises is asked twice, once with the first
/// promise and once with the current one, since either alone can be made to look good.
@NullMarked
package dev.holdfast.supply.metrics;

import org.jspecify.annotations.NullMarked;

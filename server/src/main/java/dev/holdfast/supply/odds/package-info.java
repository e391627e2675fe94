/// Windows with odds: where the curve may lie when suppliers are as late as they used to be.
///
/// A pure package: histories and a seeded generator in, quantiles out, so the same seed gives the same
/// windows on any number of cores. Lateness is drawn from each supplier's own history ([History]), the plan
/// is made again under every draw ([Scenarios]), the spread of its curves is read as weeks ([Spread]), and
/// what was said in the past is compared with what came to correct what is said now ([Backtest],
/// [Calibration]). Never changes a promise: odds stand beside it.
@NullMarked
package dev.holdfast.supply.odds;

import org.jspecify.annotations.NullMarked;

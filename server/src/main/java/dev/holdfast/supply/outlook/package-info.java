/// How a launch's promises stand: how well they were kept, and how sure those are that stand now.
///
/// Brings what the launch and the suppliers said into the columns that `supply.metrics` and `supply.odds`
/// count with, and keeps the odds of a plan run beside it. Never changes a promise.
@NullMarked
package dev.holdfast.supply.outlook;

import org.jspecify.annotations.NullMarked;

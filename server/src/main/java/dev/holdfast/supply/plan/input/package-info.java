/// The importer: what rows of bills, receipts, capacity and routes mean to the engine.
///
/// One for all who bring such rows, be they planning files or a launch's master data, so that the same rows give the
/// same
/// plant. Reads tables with every fault listed; explodes bills; turns names and Mondays into numbers.
@NullMarked
package dev.holdfast.supply.plan.input;

import org.jspecify.annotations.NullMarked;

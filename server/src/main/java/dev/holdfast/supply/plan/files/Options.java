package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Rule;
import org.jspecify.annotations.Nullable;

/// What the planner asks for besides the files.
///
/// @param start the first build week as a number of [Mondays], or null for the first week of the supply
/// @param frozenWeeks promises up to this many weeks after the start are frozen, or null for no horizon
record Options(
        Rule rule,
        @Nullable Integer start,
        int weeks,
        @Nullable Integer frozenWeeks) {}

package dev.holdfast.web.page;

import dev.holdfast.supply.LaunchMetrics;

/// How promises were kept, how calm they were and how fair: always against the first promise as well as the current.
record PlanKeptPage(PlanFrame plan, LaunchMetrics metrics) {}

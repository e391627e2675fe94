/// Plan runs: a plan of a launch's line is computed off the line, looked at, and then published in one act.
///
/// Owns the tables `supply.plan_run`, `supply.plan_line`, `supply.plan_curve` and `supply.odds`. Promises that a run
/// computed again
/// from what it kept gives the same plan byte for byte, and that nothing reaches a fan before it was previewed. Never
/// makes an order wait: it reads the line without a lock, and what it publishes becomes true by one row of the
/// launch's.
@NamedInterface("run")
@NullMarked
package dev.holdfast.supply.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

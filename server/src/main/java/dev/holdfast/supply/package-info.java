/// Supply: what can be delivered, and when.
///
/// Owns schema `supply`. Promises that a file of supply is taken whole or not at all, and that every version of a curve
/// is kept. Never knows who stands in line: it is asked by the launch, through what the launch declares it needs.
@ApplicationModule(allowedDependencies = {"kernel", "member", "member :: mail", "launch"})
@NullMarked
package dev.holdfast.supply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Launch: who ordered what, in which order, with which deposit and which promise.
///
/// Owns schema `launch`. Never gives one unit twice, never loses what it acknowledged, and never waits for
/// another module. It knows nothing of bills of materials: what it needs of a supply is [SupplyLine].
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "member",
            "member :: address",
            "member :: mail",
            "member :: personal",
            "member :: phone"
        })
@NullMarked
package dev.holdfast.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

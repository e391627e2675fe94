/// Delivery: from a promise to a product in somebody's hands.
///
/// Owns schema `delivery`: the network of centres and stores, units and what they are made of, which unit is
/// whose, what is left to pay for it, when it is taken over, and what is said then. Promises that a unit is never given
/// twice and that every unit
/// is given in entry
/// order, or by a
/// written rule that leaves everybody else no worse off.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "member",
            "member :: mail",
            "member :: personal",
            "launch",
            "launch :: payment",
            "launch :: settlement",
            "supply"
        })
@NullMarked
package dev.holdfast.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

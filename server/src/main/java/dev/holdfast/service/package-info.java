/// Service: what owners report of what was handed over to them, and what is done about it.
///
/// Owns schema `service`: tickets, work orders, parts and warranty, and what is learnt from all of them
/// about the quality of what was built. Promises that whatever is done about somebody's unit is a dated row
/// which its owner sees, and that staff see what is at their own place and nothing else.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "member",
            "member :: mail",
            "member :: personal",
            "launch",
            "supply",
            "delivery :: handover",
            "delivery :: network",
            "delivery :: slot",
            "delivery :: unit"
        })
@NullMarked
package dev.holdfast.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

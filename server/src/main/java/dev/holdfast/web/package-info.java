/// Web: the doors. The REST interface under `/api/v1`, what machines look at, and the pages.
///
/// Thin: it reads a request, calls one method of a face, and writes the answer. It holds no rule and no SQL.
@ApplicationModule(
        allowedDependencies = {
            "community",
            "community :: answer",
            "community :: council",
            "community :: event",
            "community :: export",
            "community :: integrity",
            "community :: merge",
            "community :: points",
            "community :: referral",
            "community :: round",
            "community :: similar",
            "community :: spec",
            "community :: story",
            "community :: tally",
            "community :: wish",
            "delivery :: balance",
            "delivery :: handover",
            "delivery :: kept",
            "delivery :: network",
            "delivery :: slot",
            "delivery :: unit",
            "service :: quality",
            "service :: recall",
            "kernel",
            "member",
            "member :: address",
            "member :: mail",
            "member :: oidc",
            "member :: passkey",
            "member :: personal",
            "member :: phone",
            "member :: rate",
            "launch",
            "launch :: lobby",
            "launch :: draw",
            "launch :: news",
            "launch :: payment",
            "launch :: pulse",
            "launch :: receipt",
            "launch :: review",
            "launch :: settlement",
            "service",
            "service :: ticket",
            "service :: warranty",
            "service :: work",
            "supply",
            "supply :: run"
        })
@NullMarked
package dev.holdfast.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

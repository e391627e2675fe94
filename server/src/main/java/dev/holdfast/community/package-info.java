/// Community: what fans wish for, what the brand answers, and what became of it.
///
/// Owns schema `community`. Promises that a vote, an answer and a row of points are appended and never
/// overwritten, that every total can be added again by anybody, and that whoever leaves is gone from every
/// page while the sums stay true. Never changes an order: it hears of launches and orders through the face
/// of `launch`.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "member",
            "member :: mail",
            "member :: personal",
            "launch",
            "launch :: draw",
            "launch :: review"
        })
@NullMarked
package dev.holdfast.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

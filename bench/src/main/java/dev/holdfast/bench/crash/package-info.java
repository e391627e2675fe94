/// Crash: rehearses a small launch again and again, breaks something at a seeded moment of each, and holds every
/// invariant of the product against the fans' own log afterwards.
@NullMarked
package dev.holdfast.bench.crash;

import org.jspecify.annotations.NullMarked;

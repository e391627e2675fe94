/// Load: many fans and one payment provider over real HTTP/1.1, as cheap per request as the JDK allows.
///
/// The generator shares its cores with the server it measures, so every microsecond here is one the server
/// does not have. Hence one thread, one selector, byte arrays, and everything signed before the run that
/// can be. A library client (Vert.x 5) cost 12-14 us of CPU per request where this one costs 6-8.
@NullMarked
package dev.holdfast.bench.load;

import org.jspecify.annotations.NullMarked;

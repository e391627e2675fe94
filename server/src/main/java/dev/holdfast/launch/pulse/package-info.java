/// Pulse: a launch from second to second, for those who watch it.
///
/// What must be true comes from the database as of the last committed batch, whichever instance committed it:
/// while a line moves, one row a second keeps where it stood ([Pulses#seconds]). What only an instance can
/// know of itself, such as whom it refused and how long an answer took, each instance adds up and writes once
/// a second, so that what it counted outlives it. Nothing here is on the path of an order but counting in
/// memory.
@NamedInterface("pulse")
@NullMarked
package dev.holdfast.launch.pulse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

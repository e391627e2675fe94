/// Event: trials and events, which are one thing: something with fewer places than people who would like
/// one.
///
/// Owns the tables of events in schema `community`. Promises that places go by a draw that anybody can
/// replay, every later move included; that no place is given twice and none is passed over; that nobody
/// loses a place without a warning before; and that an erased member is gone while the draw can still be
/// replayed.
@NamedInterface("event")
@NullMarked
package dev.holdfast.community.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

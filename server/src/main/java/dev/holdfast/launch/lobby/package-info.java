/// Lobby: a fair start for more people than can be served at once.
///
/// People enter before the opening and get their places by a draw that anybody can replay; whoever comes later stands
/// behind. They are let in at the pace at which the intake keeps up, and told how many units are left for their
/// place. Promises: one ticket for each member, on any instance and after any restart; an entry is durable before it
/// is answered; nobody is let in past a place that is not. A launch without a waiting room pays nothing for it.
@NamedInterface("lobby")
@NullMarked
package dev.holdfast.launch.lobby;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

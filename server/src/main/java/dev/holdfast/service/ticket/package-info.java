/// Tickets: something an owner reports, from their words to their own word that it is done.
///
/// Owns the tables of subjects, tickets and findings in schema `service`. Promises that every step is a
/// dated row with
/// who took it, that a first answer has a time by which it is due, that nobody but its owner says that it
/// is done, and
/// that whoever counts findings misses none.
@NamedInterface("ticket")
@NullMarked
package dev.holdfast.service.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

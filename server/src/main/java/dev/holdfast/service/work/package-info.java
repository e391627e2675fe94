/// Work: what is done about a unit, with parts that are at hand, for a price that is known before.
///
/// Owns the tables of work orders and parts in schema `service`. Promises that no part is reserved or used
/// beyond what
/// was received, that whoever waits for one gets it in order, and that nothing begins which its owner
/// would have to pay
/// for and did not agree to.
@NamedInterface("work")
@NullMarked
package dev.holdfast.service.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Balance: what is left to pay for an order, who paid it, and what goes back.
///
/// Owns the tables of balances, their entries, payments and statements in schema `delivery`. Promises that an
/// amount is booked once however often it is told, that every row moves an amount from one account to another
/// so that the sums are zero, and that nothing which came is silently kept: it is on a balance, on its way
/// back, or on the list of what an operator has to look at. Issues no tax document: it says, with all its
/// facts, that one is due.
@NamedInterface("balance")
@NullMarked
package dev.holdfast.delivery.balance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Council: a small group of fans brings suggestions to a session, and each of them is followed in public
/// until it is done.
///
/// Owns the tables of councils in schema `community`. Promises that who sat there was drawn, or chosen by
/// rules that were published before; that every suggestion has a day from the moment it is brought, by
/// which it is known to be late however often it is moved; and that its history is only added to.
@NamedInterface("council")
@NullMarked
package dev.holdfast.community.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Personal: what is kept about one member, told to them and taken from them.
///
/// Owns no table. Each module that keeps something about members says so by a [Keeper]; this package only asks them
/// all. Promises that an erasure is whole or has not happened, and that nobody can find the member again by the name
/// it leaves behind.
@NamedInterface("personal")
@NullMarked
package dev.holdfast.member.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

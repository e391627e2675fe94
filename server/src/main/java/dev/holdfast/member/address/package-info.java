/// Address: where members want things delivered.
///
/// Owns the table of addresses in schema `member`. An address is personal data: it is part of its member's file, and
/// gone with an erasure. What it is for is told by a word of the module that asked for it.
@NamedInterface("address")
@NullMarked
package dev.holdfast.member.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

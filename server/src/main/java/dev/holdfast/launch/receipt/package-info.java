/// Receipt: what a fan can show of their place in line, without asking us to vouch for it.
///
/// A short text that people can read, signed with a key that belongs to this database; whoever has the public half
/// checks it with any tool that knows Ed25519. It says nothing of who ordered.
@NamedInterface("receipt")
@NullMarked
package dev.holdfast.launch.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

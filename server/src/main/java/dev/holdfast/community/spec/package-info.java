/// Spec: what a product is, version by version, and which wish changed what.
///
/// Owns the tables of products, their specs and what owners say of them in schema `community`. Promises
/// that a version once published is never changed, that every change says what it was before, where that
/// can be read, and which wish it answers; and that owners, and nobody else, are asked whether it is there
/// and good. Never changes an order: which version it has, `launch` froze when its position was taken.
@NamedInterface("spec")
@NullMarked
package dev.holdfast.community.spec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

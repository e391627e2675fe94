/// Kept: whether what was promised was kept, in public.
///
/// Owns the tables `delivery.kept_*`. Promises that every publication names its rule and the Monday up to which it
/// counts, that its figures follow from its file by that rule, that the file is the same whenever it is asked for, and
/// that a promise which was missed once stays missed in every later one. Names nobody: an order goes by a name that
/// only its member is told.
@NamedInterface("kept")
@NullMarked
package dev.holdfast.delivery.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// The planning files: plain CSV in, promises, a report and a picture out, without a server or a database.
///
/// Reads with every fault listed by file, line and column; refuses the whole input when there is one. Explodes
/// the bills for the engine next door. The same bytes and options give the same `promises.csv`, byte for byte.
@NamedInterface("plan-files")
@NullMarked
package dev.holdfast.supply.plan.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

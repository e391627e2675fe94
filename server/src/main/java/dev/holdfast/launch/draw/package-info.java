/// Draw: who gets which place, so that anybody can check it.
///
/// Pure: no clock, no database, no randomness of its own. The same list, seed and figure give the same places, on
/// any machine and in any language; `docs/draw.md` is the procedure in words and holds for this package.
@NamedInterface("draw")
@NullMarked
package dev.holdfast.launch.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

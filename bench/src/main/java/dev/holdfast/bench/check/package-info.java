/// Check: a pure comparison of what fans were told with what the book says, as seven counts.
///
/// It computes every quote again from the supply curve and trusts nothing the server computed.
@NullMarked
package dev.holdfast.bench.check;

import org.jspecify.annotations.NullMarked;

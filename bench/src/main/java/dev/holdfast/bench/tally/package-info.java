/// A million votes for one wish, added up by a real server and again by everybody else.
@NullMarked
package dev.holdfast.bench.tally;

import org.jspecify.annotations.NullMarked;

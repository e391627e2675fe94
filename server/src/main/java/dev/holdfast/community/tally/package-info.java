/// Tally: what the votes for a wish come to, so that anybody can add them again.
///
/// Owns the table `community.tally`. Promises that each published total names the cut-off and the rule, that
/// the file of a cut-off is the same whenever it is asked for, whoever was erased meanwhile, and that its
/// checksum was published with the total. Names nobody: in a file a voter is the number of their first row.
@NamedInterface("tally")
@NullMarked
package dev.holdfast.community.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

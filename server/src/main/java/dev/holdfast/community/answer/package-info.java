/// Answer: what the brand officially says to a wish, by when it has to, and what it promised.
///
/// Owns the tables of answers in schema `community`. Promises that an answer is signed, dated and appended,
/// never overwritten; that every wish has a date by which it is answered, known to everybody; and that the
/// figures about answers (how many, how late, how many from a mould) are reckoned by rules that stand
/// beside them. Never changes a wish.
@NamedInterface("answer")
@NullMarked
package dev.holdfast.community.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

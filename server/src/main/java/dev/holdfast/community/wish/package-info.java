/// Wish: what fans propose, who supports it, and what is said about it.
///
/// Owns the tables `community.wish*`. Promises that a member never has more live votes than the budget, however many
/// are cast at once; that each vote and each withdrawal is a row of a journal that only grows, of which every total is
/// the sum; that a vote comes back once its wish is decided, and still counts for it. Never decides a wish: whoever
/// answers it does, by [Wishes#decide].
@NamedInterface("wish")
@NullMarked
package dev.holdfast.community.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

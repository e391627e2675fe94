/// News: members hear what became of the wishes they care about.
///
/// Owns the table `community.wish_news`. Promises that each piece of news is written down in the transaction
/// of what happened, and becomes one letter to each member who wants to hear of the wish, whatever server
/// dies; and none to whoever unfollowed it. Never decides what is news: whoever made it does, by
/// [WishNews#note].
@NamedInterface("news")
@NullMarked
package dev.holdfast.community.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

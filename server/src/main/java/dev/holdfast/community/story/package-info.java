/// Story: what owners tell of what was handed over to them, and what the brand may do with it.
///
/// Owns the tables of stories in schema `community`. Promises that only owners tell; that the brand may do
/// what the version of the terms says that was granted, and nothing after it was taken back, which stops
/// the showing at once; and that whoever told it reads what was done about it, by which role and why.
@NamedInterface("story")
@NullMarked
package dev.holdfast.community.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

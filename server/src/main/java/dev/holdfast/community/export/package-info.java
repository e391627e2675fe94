/// Export: what the product desk takes away as files: wishes, official answers, and what was promised.
///
/// Owns nothing. Promises that a file of any length is read and forgotten a page at a time, that whoever takes one
/// away leaves a trace, and that nobody is named in it: who proposed a wish has an alias, as on pages.
@NamedInterface("export")
@NullMarked
package dev.holdfast.community.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

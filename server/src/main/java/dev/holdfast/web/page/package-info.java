/// The pages people see: parse, ask one face, render.
///
/// Templates are in `src/main/jte` and are compiled into this package, so that what they show can stay
/// package-private. Everything a page says is in `words_en.properties` and `words_zh.properties`.
@NullMarked
package dev.holdfast.web.page;

import org.jspecify.annotations.NullMarked;

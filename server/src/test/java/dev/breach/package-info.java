/// Small applications, each with one planted breach of the architecture, outside the product's component scan. The
/// guards must catch every one of them.
@NullMarked
package dev.breach;

import org.jspecify.annotations.NullMarked;

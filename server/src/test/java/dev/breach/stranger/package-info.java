/// Has a module that no arrow mentions.
@NullMarked
package dev.breach.stranger;

import org.jspecify.annotations.NullMarked;

/// Copy: how many rows at once are handed to PostgreSQL.
@NullMarked
package dev.holdfast.launch.copy;

import org.jspecify.annotations.NullMarked;

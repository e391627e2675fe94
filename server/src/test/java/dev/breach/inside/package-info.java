/// Launch reaches into a sub-package of member.
@NullMarked
package dev.breach.inside;

import org.jspecify.annotations.NullMarked;

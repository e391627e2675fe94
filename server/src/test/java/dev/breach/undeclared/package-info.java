/// Launch uses member and did not declare it.
@NullMarked
package dev.breach.undeclared;

import org.jspecify.annotations.NullMarked;

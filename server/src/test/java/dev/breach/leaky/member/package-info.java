@NullMarked
package dev.breach.leaky.member;

import org.jspecify.annotations.NullMarked;

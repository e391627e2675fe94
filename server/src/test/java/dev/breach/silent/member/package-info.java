@NullMarked
package dev.breach.silent.member;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.member;

import org.jspecify.annotations.NullMarked;

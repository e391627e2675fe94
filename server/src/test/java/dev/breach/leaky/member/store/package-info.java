@NullMarked
package dev.breach.leaky.member.store;

import org.jspecify.annotations.NullMarked;

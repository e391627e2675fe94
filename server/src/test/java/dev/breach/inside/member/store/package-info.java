@NullMarked
package dev.breach.inside.member.store;

import org.jspecify.annotations.NullMarked;

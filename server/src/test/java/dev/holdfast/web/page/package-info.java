@NullMarked
package dev.holdfast.web.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.web.network;

import org.jspecify.annotations.NullMarked;

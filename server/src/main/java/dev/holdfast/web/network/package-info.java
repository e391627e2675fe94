/// Network: where a request comes from, and how long a slow caller may take.
@NullMarked
package dev.holdfast.web.network;

import org.jspecify.annotations.NullMarked;

/// Shop: an order service as most teams would write it with Spring Boot and JPA, tuned with care. It is no part of the
/// product: it exists to be measured against.
@NullMarked
package dev.holdfast.shop;

import org.jspecify.annotations.NullMarked;

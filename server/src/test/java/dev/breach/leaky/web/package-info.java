@NullMarked
package dev.breach.leaky.web;

import org.jspecify.annotations.NullMarked;

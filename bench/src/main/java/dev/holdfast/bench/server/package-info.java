/// Server: starts a throw-away Holdfast in processes of its own, sets launches up and reads the book back.
@NullMarked
package dev.holdfast.bench.server;

import org.jspecify.annotations.NullMarked;

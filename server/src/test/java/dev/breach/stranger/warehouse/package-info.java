@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.stranger.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

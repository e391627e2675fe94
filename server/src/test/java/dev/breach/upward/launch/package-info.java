@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.upward.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

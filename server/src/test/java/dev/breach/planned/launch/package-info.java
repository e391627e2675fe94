@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.planned.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.silent.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.clean.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.undeclared.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

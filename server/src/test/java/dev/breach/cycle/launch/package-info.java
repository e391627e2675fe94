@ApplicationModule(allowedDependencies = {"member"})
@NullMarked
package dev.breach.cycle.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

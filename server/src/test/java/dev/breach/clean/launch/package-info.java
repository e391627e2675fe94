@ApplicationModule(allowedDependencies = {"member", "kernel"})
@NullMarked
package dev.breach.clean.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

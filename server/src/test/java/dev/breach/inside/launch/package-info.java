@ApplicationModule(allowedDependencies = {"member"})
@NullMarked
package dev.breach.inside.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@ApplicationModule(allowedDependencies = {"launch"})
@NullMarked
package dev.breach.cycle.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@ApplicationModule(allowedDependencies = {"launch"})
@NullMarked
package dev.breach.planned.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

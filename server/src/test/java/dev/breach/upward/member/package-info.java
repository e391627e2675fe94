@ApplicationModule(allowedDependencies = {"launch"})
@NullMarked
package dev.breach.upward.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.breach.clean.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

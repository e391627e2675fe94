@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.undeclared.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

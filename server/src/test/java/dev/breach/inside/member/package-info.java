@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.breach.inside.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

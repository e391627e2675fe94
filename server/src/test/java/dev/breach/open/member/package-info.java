@ApplicationModule(
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.breach.open.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

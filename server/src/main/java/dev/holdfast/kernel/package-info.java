/// Kernel: the few words every module shares. Money, checks, problems. It uses no other module.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

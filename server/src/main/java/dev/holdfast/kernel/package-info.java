/// Kernel: the few words every module shares. Money, checks, problems, and which characters may be kept: names come in
/// by tokens, by forms and by sign-ins, to more than one module. What is counted in public, by modules that do not know
/// each other, has its interval and its file from here; and whoever writes for spreadsheets learns here what they
/// would run. It uses no other module.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

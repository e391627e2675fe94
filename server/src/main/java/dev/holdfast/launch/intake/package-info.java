/// Intake: the one place where a launch's line is written.
///
/// Whatever fans, payment providers and the clock ask of a line is queued, decided by
/// [dev.holdfast.launch.intake.Batch]
/// (a pure function) and committed together by one [dev.holdfast.launch.intake.Committer] per launch and instance,
/// under the lock of the launch's line row.
@NullMarked
package dev.holdfast.launch.intake;

import org.jspecify.annotations.NullMarked;

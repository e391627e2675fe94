/// Quality: what was found faulty, how often against what was built, and what is done about it.
///
/// Owns the tables of faults, incidents, what was stopped for them, and bulletins in schema `service`.
/// Promises that what was found is never changed, that a rate is told with what it is measured against and
/// how sure it is, and that it raises no more false alarms by itself than its stated budget.
@NamedInterface("quality")
@NullMarked
package dev.holdfast.service.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

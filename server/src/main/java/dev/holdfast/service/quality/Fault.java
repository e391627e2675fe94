package dev.holdfast.service.quality;

import java.time.Instant;
import java.time.LocalDate;

/// One unit that was found faulty.
///
/// @param reference by which whoever found it knows it: the same once more is the same
/// @param configuration and day it was built, which never change
public record Fault(
        String reference,
        Source source,
        String serial,
        String configuration,
        LocalDate builtOn,
        String component,
        String symptom,
        Instant foundAt) {}

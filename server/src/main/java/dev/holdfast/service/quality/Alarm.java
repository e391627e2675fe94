package dev.holdfast.service.quality;

/// Why an incident raised itself: more was found in some units than chance explains within the budget.
///
/// @param expected faults, if these units were as good as all
/// @param chance of finding at least as many then
/// @param allowed the greatest chance at which an alarm was raised at that look
public record Alarm(By by, String value, int faults, double expected, double chance, double allowed) {}

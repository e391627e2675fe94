package dev.holdfast.run;

/// Tells the person at the terminal what is being done, one plain line per step.
@FunctionalInterface
public interface Progress {
    /// For tests and load runs, whose own output is what matters.
    Progress SILENT = line -> {};

    void say(String line);
}

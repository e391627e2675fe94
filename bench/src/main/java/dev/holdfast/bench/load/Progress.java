package dev.holdfast.bench.load;

/// Told a few times a second how far a run has come.
public interface Progress {
    void show(long nanos, Acknowledged log);
}

package dev.holdfast.launch;

/// What became of a campaign. Decided once.
public enum Verdict {
    SUCCEEDED,
    FAILED
}

package dev.holdfast.community.spec;

/// What an owner says of something that was wished for.
public enum Verdict {
    THERE_AND_GOOD,
    THERE_NOT_GOOD,
    NOT_THERE
}

package dev.holdfast.run;

/// A reason not to start, worded for the person at the terminal: what is wrong, with its values, and the cure.
///
/// The command line prints the message alone and leaves with a non-zero status; a stack trace would hide the cure.
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package dev.holdfast.supply.master;

/// That an event changed something a plan rests on.
///
/// @param effect [#LESS], [#MORE], or [#EITHER] where a file, a count or a lead of both is not told apart
record Touch(String kind, String name, long event, int effect) {
    static final String COMPONENT = "component";
    static final String RESOURCE = "resource";
    static final String CONFIGURATION = "configuration";

    /// Less of it can be used by some week than before.
    static final int LESS = -1;

    static final int EITHER = 0;

    /// More of it can be used by some week than before, and never less.
    static final int MORE = 1;

    Touch(String kind, String name, long event) {
        this(kind, name, event, EITHER);
    }
}

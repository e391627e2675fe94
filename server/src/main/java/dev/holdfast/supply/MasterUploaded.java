package dev.holdfast.supply;

import java.util.List;

/// What became of an upload.
///
/// @param version the version in force
/// @param changed false when the file said what is in force already; then no version and no event was added
/// @param notes what is no fault and a planner may want to know
public record MasterUploaded(MasterVersion version, boolean changed, List<String> notes) {
    public MasterUploaded {
        notes = List.copyOf(notes);
    }
}

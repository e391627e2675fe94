package dev.holdfast.supply;

import java.util.List;

/// A file of master data as it is to be written.
///
/// @param needed columns it must have
/// @param optional columns it may have
public record MasterShape(String file, List<String> needed, List<String> optional) {
    public MasterShape {
        needed = List.copyOf(needed);
        optional = List.copyOf(optional);
    }
}

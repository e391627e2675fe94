package dev.holdfast.supply;

import java.util.List;

/// A version of a file of master data with its rows.
///
/// @param csv the whole file with its header
/// @param rows values in the order of `columns`; empty where there is none
public record MasterCopy(MasterVersion version, String csv, List<String> columns, List<List<String>> rows) {
    public MasterCopy {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}

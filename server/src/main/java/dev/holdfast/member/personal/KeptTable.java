package dev.holdfast.member.personal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One table of what is kept about a member.
///
/// @param name as it stands in the member's file
public record KeptTable(String name, Reading rows) {
    /// Reads a member's rows, the oldest first.
    public interface Reading {
        /// @param max rows and no more
        List<Map<String, @Nullable Object>> of(String member, int max);
    }
}

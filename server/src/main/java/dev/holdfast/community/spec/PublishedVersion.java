package dev.holdfast.community.spec;

import java.time.Instant;
import java.util.List;

/// One version of a product's spec.
///
/// @param changes against the version before
public record PublishedVersion(int version, Instant at, List<ChangeRecord> changes) {
    public PublishedVersion {
        changes = List.copyOf(changes);
    }
}

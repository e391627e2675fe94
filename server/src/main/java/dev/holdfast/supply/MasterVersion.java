package dev.holdfast.supply;

import java.time.Instant;

/// One version of a file of master data.
///
/// @param version counts the versions of this file from 1
/// @param event the supply event that it is
/// @param source where its sender says it is from; may be empty
public record MasterVersion(String file, int version, long event, Instant at, String actor, String source, int rows) {}

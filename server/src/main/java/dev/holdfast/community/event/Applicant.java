package dev.holdfast.community.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who asked for a place.
///
/// @param ticket in hexadecimal; null: the member was erased
/// @param hash of the ticket, in hexadecimal: what is published
/// @param fits the quotas they fit: bit 0 stands for the first
/// @param drawn the number in drawn order, from 1; null before the draw
/// @param since when they came to stand there
/// @param gotAt when they got a place first; null: never
/// @param until to be confirmed before; null: nothing is to be confirmed
public record Applicant(
        String member,
        @Nullable String ticket,
        String hash,
        String city,
        int fits,
        PlaceState state,
        @Nullable Integer drawn,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant remindedAt,
        @Nullable Instant gotAt,
        @Nullable Instant attendedAt) {}

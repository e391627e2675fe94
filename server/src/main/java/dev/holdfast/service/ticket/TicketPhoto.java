package dev.holdfast.service.ticket;

import java.time.Instant;
import java.util.UUID;

/// A photo of a ticket, without what is seen on it.
///
/// @param id made by whoever sent it
/// @param checksum SHA-256 of its bytes
public record TicketPhoto(UUID id, Instant at, String type, int bytes, String checksum) {}

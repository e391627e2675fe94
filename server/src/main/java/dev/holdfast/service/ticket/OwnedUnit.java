package dev.holdfast.service.ticket;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.LocalDate;

/// A unit that was handed over, with its owner.
///
/// @param launch by its name in addresses
/// @param region in which it was handed over; empty: the launch has none
/// @param warrantyFrom the day from which the warranty runs
public record OwnedUnit(
        OrderId order,
        String member,
        String launch,
        String serial,
        String configuration,
        String region,
        Instant deliveredAt,
        LocalDate warrantyFrom) {}

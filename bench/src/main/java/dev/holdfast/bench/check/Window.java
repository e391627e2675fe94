package dev.holdfast.bench.check;

import java.time.LocalDate;

/// A delivery window, both days included.
public record Window(LocalDate from, LocalDate to) {}

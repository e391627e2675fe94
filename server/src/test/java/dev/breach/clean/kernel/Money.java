package dev.breach.clean.kernel;

public record Money(long amount) {}

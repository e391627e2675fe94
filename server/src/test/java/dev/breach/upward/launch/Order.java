package dev.breach.upward.launch;

public record Order(long position) {}

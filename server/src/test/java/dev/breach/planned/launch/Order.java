package dev.breach.planned.launch;

public record Order(long position) {}

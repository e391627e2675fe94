package dev.breach.silent.launch;

public record Order(long position) {}

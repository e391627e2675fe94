package dev.breach.stranger.warehouse;

public record Shelf(String id) {}

package dev.breach.clean.member;

public record Member(String id) {}

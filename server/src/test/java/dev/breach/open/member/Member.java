package dev.breach.open.member;

public record Member(String id) {}

package dev.breach.inside.member;

public record Member(String id) {}

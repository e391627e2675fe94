package dev.breach.undeclared.member;

public record Member(String id) {}

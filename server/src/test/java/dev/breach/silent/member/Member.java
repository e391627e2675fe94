package dev.breach.silent.member;

public record Member(String id) {}

package dev.breach.planned.member;

public record Member(String id) {}

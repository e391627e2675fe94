package dev.breach.inside.member.store;

public record MemberRow(String id) {}

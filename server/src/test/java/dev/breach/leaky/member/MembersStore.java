package dev.breach.leaky.member;

public record MembersStore(String table) {}

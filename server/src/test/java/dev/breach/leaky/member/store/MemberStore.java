package dev.breach.leaky.member.store;

public record MemberStore(String table) {}

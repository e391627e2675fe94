package dev.breach.leaky.member;

record MemberRow(String id) {}

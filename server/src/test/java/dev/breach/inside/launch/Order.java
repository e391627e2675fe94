package dev.breach.inside.launch;

import dev.breach.inside.member.store.MemberRow;

public record Order(MemberRow member) {}

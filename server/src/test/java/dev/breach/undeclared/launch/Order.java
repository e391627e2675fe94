package dev.breach.undeclared.launch;

import dev.breach.undeclared.member.Member;

public record Order(Member member) {}

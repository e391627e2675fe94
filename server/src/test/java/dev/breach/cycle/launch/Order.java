package dev.breach.cycle.launch;

import dev.breach.cycle.member.Member;

public record Order(Member member) {}

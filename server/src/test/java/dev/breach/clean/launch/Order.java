package dev.breach.clean.launch;

import dev.breach.clean.kernel.Money;
import dev.breach.clean.member.Member;
import java.util.List;

public record Order(Member member, List<Money> paid) {}

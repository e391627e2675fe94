package dev.breach.leaky.kernel;

import dev.breach.leaky.member.FairMembers;

public record Money(long amount, FairMembers owners) {}

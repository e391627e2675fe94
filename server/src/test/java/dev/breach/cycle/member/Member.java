package dev.breach.cycle.member;

import dev.breach.cycle.launch.Order;

public record Member(Order last) {}

package dev.breach.upward.member;

import dev.breach.upward.launch.Order;

public record Member(Order last) {}

package dev.holdfast.web;

import dev.holdfast.launch.Asker;
import java.util.Set;

/// Who sent a request, as its token says.
record Asking(String member, Set<String> roles) {
    static final String FAN = "fan";
    static final String OPERATOR = "operator";

    Asking {
        roles = Set.copyOf(roles);
    }

    boolean is(String role) {
        return roles.contains(role);
    }

    /// A fan and nothing more: whose rate is limited.
    boolean onlyFan() {
        return roles.equals(Set.of(FAN));
    }

    Asker asker() {
        return new Asker(member, is(OPERATOR));
    }
}

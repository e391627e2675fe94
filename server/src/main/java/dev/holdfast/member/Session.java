package dev.holdfast.member;

import java.time.Instant;
import java.util.Set;

/// A signed-in browser.
public record Session(String member, Set<String> roles, Instant created, Instant expires) {
    public Session {
        roles = Set.copyOf(roles);
    }

    public boolean operator() {
        return roles.contains("operator");
    }

    public boolean planner() {
        return roles.contains("planner");
    }

    /// Whether this is a company whose own product is crowdfunded here.
    public boolean partner() {
        return roles.contains("partner");
    }

    /// Whether this is one of those who work in stores and centres; where, their invitations say.
    public boolean store() {
        return roles.contains("store");
    }

    /// Whether this is one of those who run launches or plan them, rather than order in them.
    public boolean staff() {
        return operator() || planner();
    }
}

package dev.holdfast.web.page;

import java.time.Instant;

/// A Holdfast that browsers and machines can reach.
interface Served {
    String address(String path);

    /// What it takes for now.
    Instant now();

    /// Leaves the visit signed in, wherever that leads.
    void signIn(Visit visit, String member, String role);
}

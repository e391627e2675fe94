package dev.holdfast.member.mail;

import java.net.URI;
import java.util.function.Supplier;

/// Where people reach Holdfast: what letters link to.
public final class Site {
    private final Supplier<URI> address;

    public Site(Supplier<URI> address) {
        this.address = address;
    }

    /// Known once the server serves.
    public URI address() {
        return address.get();
    }
}

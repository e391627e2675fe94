package dev.holdfast.web.page;

import dev.holdfast.run.HoldfastInTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holdfast as `./holdfast run` starts it, with nothing in it, where everybody signs in with the brand's own account.
final class StartedSite implements Served, AutoCloseable {
    private static final String ACCOUNT = "Tern ID";

    private final IssuerTwin issuer;
    private final HoldfastInTime holdfast;

    /// @param more of what an operator sets
    StartedSite(Map<String, String> more) {
        try {
            issuer = new IssuerTwin();
        } catch (IOException fault) {
            throw new AssertionError("No issuer can be started", fault);
        }
        var environment = new HashMap<>(more);
        environment.put("HOLDFAST_OIDC_ISSUER", issuer.address());
        environment.put("HOLDFAST_OIDC_CLIENT_ID", IssuerTwin.CLIENT);
        environment.put("HOLDFAST_OIDC_CLIENT_SECRET", IssuerTwin.SECRET);
        environment.put("HOLDFAST_OIDC_NAME", ACCOUNT);
        holdfast = new HoldfastInTime(environment);
    }

    @Override
    public String address(String path) {
        return holdfast.address() + path;
    }

    @Override
    public Instant now() {
        return holdfast.now();
    }

    void leap(Duration by) {
        holdfast.leap(by);
    }

    @Override
    public void signIn(Visit visit, String member, String role) {
        issuer.member = member;
        issuer.roles = List.of(role);
        issuer.more = Map.of("email", mail(member), "locale", visit.words.tag());
        visit.go("/sign-in");
        visit.press("signIn.issuer.button", ACCOUNT);
    }

    /// The address that the brand knows of somebody.
    static String mail(String member) {
        return member + "@example.com";
    }

    @Override
    public void close() {
        holdfast.close();
        issuer.close();
    }
}

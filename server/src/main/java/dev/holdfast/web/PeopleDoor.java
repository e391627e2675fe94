package dev.holdfast.web;

import dev.holdfast.member.Invitations;
import dev.holdfast.member.mail.Site;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How operators let colleagues in.
final class PeopleDoor {
    private static final int MAX_BODY = 16 * 1024;

    private final Invitations invitations;
    private final Site site;
    private final Doorkeeper doorkeeper;

    PeopleDoor(Invitations invitations, Site site, Doorkeeper doorkeeper) {
        this.invitations = invitations;
        this.site = site;
        this.doorkeeper = doorkeeper;
    }

    private record InvitationWish(
            @Nullable String member, @Nullable String role) {}

    void invite(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        InvitationWish wish = Json.read(exchange.body(MAX_BODY), InvitationWish.class);
        var made = invitations.invite(
                wish.member() == null ? "" : wish.member(), wish.role() == null ? "" : wish.role(), asking.member());
        exchange.json(201, Json.object(json -> {
            json.writeStringProperty("member", made.member());
            json.writeStringProperty("role", made.role());
            json.writeStringProperty(
                    "link", site.address().resolve("/sign-in/" + made.link()).toString());
            json.writeStringProperty("expiresAt", made.expires().toString());
        }));
    }
}

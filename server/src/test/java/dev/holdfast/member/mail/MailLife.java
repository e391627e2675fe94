package dev.holdfast.member.mail;

import dev.holdfast.member.Secrets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// Leaves every trace that mail can have of a member in a running server.
public final class MailLife {
    private MailLife() {}

    public static void live(ApplicationContext server, String member, String address, Instant now) {
        var recipient = new Recipient(member, new MailAddress(address), "en");
        var addresses = server.getBean(AddressStore.class);
        addresses.confirm(recipient, now);
        var hash = Secrets.hash(new Secrets(new SecureRandom()).make());
        addresses.insertLink(hash, recipient, now, now.plusSeconds(60));
        var store = server.getBean(MailStore.class);
        store.queue("promise", List.of(new Mails.Item("promise/" + UUID.randomUUID(), member, "about " + member)), now);
        for (var typed : List.of(address, "never-proved-" + address)) {
            store.queueAwaited(
                    "proof/" + UUID.randomUUID(),
                    new MailAddress(typed),
                    ProofLetter.KIND,
                    ProofLetter.facts(member, "zh"),
                    now);
        }
        store.queueAwaited(
                SignInLetter.KIND + "/" + UUID.randomUUID(), new MailAddress(address), SignInLetter.KIND, "en", now);
    }
}

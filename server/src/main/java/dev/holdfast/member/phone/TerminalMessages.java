package dev.holdfast.member.phone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows text messages to whoever started the sample world, as it shows them the first links to sign in. No telephone
/// of anybody's rings for a rehearsal.
final class TerminalMessages implements TextMessages {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalMessages.class);

    @Override
    public Handing send(PhoneNumber to, String text) {
        LOG.info("Text message to {}: {}", to.text(), text);
        return new Handing.Taken();
    }
}

package dev.holdfast.web.page;

import dev.holdfast.member.mail.MailPage;
import java.time.ZoneOffset;

/// The letters on their way and those that went, the latest first.
record StaffMailPage(Frame frame, MailPage page) {

    String when(MailPage.Entry entry) {
        return frame.words().instant(entry.queuedAt(), ZoneOffset.UTC);
    }
}

package dev.holdfast.member.mail;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/// Speaks to one SMTP server, by one connection for each letter.
///
/// Only an answer of the 500s about this letter is final. All else, a lost connection after the text was handed over
/// too, is tried again: the letter may then arrive twice, and carries the same `Message-ID` for that day.
final class SmtpTransport implements Transport {
    /// A server that is slow to answer is common, one that never answers too; either holds one of a few threads.
    private static final int TIMEOUT_MS = 20_000;

    private final Mailer mailer;
    private final SmtpSettings settings;

    SmtpTransport(SmtpSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// @param trusted says whose certificates are believed
    SmtpTransport(SmtpSettings settings, SSLSocketFactory trusted) {
        this.settings = settings;
        var builder = MailerBuilder.withSMTPServer(
                        settings.host(), settings.port(), settings.user(), settings.password())
                .withTransportStrategy(settings.encryption().strategy())
                .withSessionTimeout(TIMEOUT_MS)
                .withCustomSSLFactoryInstance(trusted)
                .verifyingServerIdentity(true)
                // Addresses were judged when they came in, by a rule that is ours.
                .clearEmailValidator();
        if (settings.encryption() == SmtpSettings.Encryption.NONE) {
            // Else it would try TLS and trust any certificate, which looks like safety and is none.
            builder.withProperty("mail.smtp.starttls.enable", "false");
        }
        this.mailer = builder.buildMailer();
    }

    @Override
    public Delivery send(MailAddress to, Letter letter, String identity) {
        try {
            mailer.sendMail(email(to, letter, identity), false).join();
            return new Delivery.Accepted();
        } catch (MailException | java.util.concurrent.CompletionException failure) {
            return reading(failure);
        }
    }

    private Email email(MailAddress to, Letter letter, String identity) {
        return EmailBuilder.startingBlank()
                .from(settings.fromName(), settings.from().text())
                .to(to.text())
                .withSubject(oneLine(letter.subject()))
                .withPlainText(letter.text())
                .fixingMessageId(
                        "<" + messageId(identity) + "@" + settings.from().host() + ">")
                // No out-of-office answer is wanted.
                .withHeader("Auto-Submitted", "auto-generated")
                .buildEmail();
    }

    /// Made from what the letter stands for and not drawn, so that a try after a crash has the same.
    static String messageId(String identity) {
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Names of launches come from operators; none of them may start a header of its own.
    static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static Delivery reading(Throwable failure) {
        @Nullable Throwable cause = failure;
        Throwable root = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            int code = code(cause);
            if (code >= 500 && code <= 599) {
                return new Delivery.Refused(said(cause));
            }
            root = cause;
            // What lies below names certificates and not the server.
            cause = cause instanceof SSLException ? null : cause.getCause();
        }
        return new Delivery.Failed(said(root));
    }

    /// The server's answer to this sender, this recipient or this text; 0 for anything else.
    private static int code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /// For those who run the launch, and know nothing of our classes: the server's own words where it said any.
    private static String said(Throwable cause) {
        String words = switch (cause) {
            case UnknownHostException unknown -> "The mail server's host is not known: " + unknown.getMessage();
            case SocketTimeoutException _ -> "The mail server did not answer in time.";
            case ConnectException _ -> "The mail server takes no connection.";
            case SSLException _ -> "The mail server's certificate cannot be trusted, or it does not speak TLS.";
            case MessagingException told -> String.valueOf(told.getMessage());
            default -> "The connection to the mail server broke before it had answered.";
        };
        return words.replaceAll("\\s+", " ").strip();
    }
}

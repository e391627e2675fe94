package dev.holdfast.member.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// A real SMTP server on a free port, as unfriendly as a test wants it.
public final class MailServer implements AutoCloseable {
    public enum Mood {
        FRIENDLY,
        /// 451 after the text: come back later.
        BUSY,
        /// 550 at the recipient: never come back.
        NOBODY_HERE,
        /// 552 after the text.
        TOO_LONG,
        /// 421 at the sender.
        CLOSING
    }

    private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile Mood mood = Mood.FRIENDLY;

    public MailServer() {
        this(builder -> builder);
    }

    /// One that offers STARTTLS with this certificate, and takes nothing before.
    public static MailServer secured(SSLContext certificate) {
        return new MailServer(
                builder -> builder.startTlsSocketFactory(certificate).requireTLS());
    }

    private MailServer(UnaryOperator<SMTPServer.Builder> more) {
        server = more.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(this::handler))
                .build();
        server.start();
    }

    public void mood(Mood next) {
        mood = next;
    }

    public List<MimeMessage> received() {
        return received;
    }

    public String url() {
        return "smtp+plain://127.0.0.1:" + port();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public static String text(MimeMessage message) {
        try {
            return message.getContent() instanceof jakarta.mail.Multipart parts
                    ? String.valueOf(parts.getBodyPart(0).getContent())
                    : String.valueOf(message.getContent());
        } catch (IOException | MessagingException fault) {
            throw new AssertionError(fault);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            @Override
            public void from(String sender) throws RejectException {
                refuse(Mood.CLOSING, 421, "closing");
            }

            @Override
            public void recipient(String recipient) throws RejectException {
                refuse(Mood.NOBODY_HERE, 550, "5.1.1 nobody here");
            }

            @Override
            public String data(InputStream text) throws RejectException, IOException {
                byte[] bytes = text.readAllBytes();
                refuse(Mood.BUSY, 451, "4.3.2 busy");
                refuse(Mood.TOO_LONG, 552, "5.3.4 too long");
                try {
                    received.add(
                            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
                } catch (MessagingException malformed) {
                    throw new IOException(malformed);
                }
                return "taken";
            }

            @Override
            public void done() {}
        };
    }

    private void refuse(Mood when, int code, String words) throws RejectException {
        if (mood == when) {
            throw new RejectException(code, words);
        }
    }
}

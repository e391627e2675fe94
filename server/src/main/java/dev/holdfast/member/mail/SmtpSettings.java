package dev.holdfast.member.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.mailer.config.TransportStrategy;

/// Which mail server sends for us, and in whose name.
///
/// @param perSecond letters handed over by one instance; mail providers turn away whoever sends faster than agreed
record SmtpSettings(
        String host,
        int port,
        Encryption encryption,
        @Nullable String user,
        @Nullable String password,
        String fromName,
        MailAddress from,
        int perSecond) {

    static final String URL = "holdfast.smtp-url";
    static final String FROM = "holdfast.mail-from";
    static final String PER_SECOND = "holdfast.mail-per-second";

    private static final int DEFAULT_PER_SECOND = 20;
    private static final int MAX_PER_SECOND = 1_000;
    private static final Pattern NAMED = Pattern.compile("([^<>\\p{Cntrl}]{0,80})<([^<>]+)>");

    enum Encryption {
        /// TLS from the first byte.
        TLS("smtps", 465, TransportStrategy.SMTPS),
        /// Begins in the clear and must become TLS before anything is said.
        STARTTLS("smtp", 587, TransportStrategy.SMTP_TLS),
        /// For a relay on the same host.
        NONE("smtp+plain", 25, TransportStrategy.SMTP);

        private final String scheme;
        private final int port;
        private final TransportStrategy strategy;

        Encryption(String scheme, int port, TransportStrategy strategy) {
            this.scheme = scheme;
            this.port = port;
            this.strategy = strategy;
        }

        TransportStrategy strategy() {
            return strategy;
        }
    }

    /// @param settings the value of a property, or null
    /// @return empty when no mail server is named
    static Optional<SmtpSettings> read(Function<String, @Nullable String> settings) {
        var url = settings.apply(URL);
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        var server = server(url.strip());
        var encryption = encryption(server);
        var from = settings.apply(FROM);
        if (from == null || from.isBlank()) {
            throw new IllegalArgumentException("HOLDFAST_MAIL_FROM is missing while HOLDFAST_SMTP_URL is given:"
                    + " give the sender, such as 'Larkwing <launch@example.com>'.");
        }
        var sender = NAMED.matcher(from.strip());
        boolean isNamed = sender.matches();
        var user = server.getRawUserInfo();
        return Optional.of(new SmtpSettings(
                server.getHost(),
                server.getPort() < 0 ? encryption.port : server.getPort(),
                encryption,
                user == null ? null : part(user, 0),
                user == null ? null : part(user, 1),
                isNamed ? sender.group(1).strip() : "",
                address(isNamed ? sender.group(2) : from),
                perSecond(settings.apply(PER_SECOND))));
    }

    private static URI server(String url) {
        try {
            var server = URI.create(url);
            if (server.getHost() != null) {
                return server;
            }
        } catch (IllegalArgumentException malformed) {
            // Not repeated with its cause, which quotes the whole url and so its password.
        }
        throw new IllegalArgumentException(
                "HOLDFAST_SMTP_URL is no url: give it as smtps://user:password@mail.example.com, with %40 for an @"
                        + " in the user's name.");
    }

    private static Encryption encryption(URI server) {
        for (var encryption : Encryption.values()) {
            if (encryption.scheme.equals(server.getScheme())) {
                return encryption;
            }
        }
        throw new IllegalArgumentException("HOLDFAST_SMTP_URL begins with '" + server.getScheme()
                + "': use smtps:// (TLS), smtp:// (STARTTLS), or smtp+plain:// for a relay on the same host.");
    }

    private static MailAddress address(String from) {
        return MailAddress.parse(from)
                .orElseThrow(() -> new IllegalArgumentException("HOLDFAST_MAIL_FROM is '" + from
                        + "': give an address such as launch@example.com, or 'Larkwing <launch@example.com>'."));
    }

    private static int perSecond(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return DEFAULT_PER_SECOND;
        }
        try {
            int perSecond = Integer.parseInt(given.strip());
            if (perSecond >= 1 && perSecond <= MAX_PER_SECOND) {
                return perSecond;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "HOLDFAST_MAIL_PER_SECOND is '" + given + "': give a whole number from 1 to " + MAX_PER_SECOND + ".");
    }

    private static @Nullable String part(String userInfo, int index) {
        var parts = userInfo.split(":", 2);
        return index < parts.length
                ? URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8)
                : null;
    }

    /// Says no secret.
    @Override
    public String toString() {
        return "SmtpSettings[" + encryption.scheme + "://" + host + ":" + port + ", from " + from.text() + "]";
    }
}

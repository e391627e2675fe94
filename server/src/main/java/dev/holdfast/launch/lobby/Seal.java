package dev.holdfast.launch.lobby;

import dev.holdfast.launch.Shown;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Makes tickets and passes, and reads those that are shown.
///
/// Both are lines of parts and a signature, so that whoever checks one asks nobody: `ticket~launch~id~arrival~until~..`
/// and `pass~launch~id~place~until~..`, the instants in seconds since 1970. They name the member by the id alone,
/// which the member's name makes again and which tells nobody the name.
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String TICKET = "ticket";
    private static final String PASS = "pass";
    private static final int ID_BYTES = 16;
    private static final int PARTS = 6;
    /// A launch of 64 letters, and the longest of everything else.
    private static final int MAX_LENGTH = 200;

    private final Supplier<byte[]> secret;
    private volatile @Nullable SecretKeySpec key;

    /// @param secret read once, when first something is sealed: in a database without waiting rooms, never
    Seal(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /// One member has one id in a launch, on every instance and for ever.
    byte[] ticketId(String launch, String member) {
        return Arrays.copyOf(mac("id\n" + launch + "\n" + member), ID_BYTES);
    }

    Ticket ticket(String launch, String member, long arrival, Instant expires) {
        String id = HexFormat.of().formatHex(ticketId(launch, member));
        return new Ticket(launch, id, arrival, expires, signed(TICKET, launch, id, arrival, expires));
    }

    Pass pass(String launch, String member, long place, Instant until) {
        String id = HexFormat.of().formatHex(ticketId(launch, member));
        return new Pass(launch, place, until, signed(PASS, launch, id, place, until));
    }

    /// @param number the ticket's number of arrival or the pass's place; 0 unless it is good
    record Read(Shown shown, long number) {}

    Read readTicket(@Nullable String text, String launch, String member, Instant now) {
        return read(TICKET, text, launch, member, now);
    }

    /// What a pass is worth to this member in this launch now.
    public Shown pass(@Nullable String text, String launch, String member, Instant now) {
        return read(PASS, text, launch, member, now).shown();
    }

    private Read read(String kind, @Nullable String text, String launch, String member, Instant now) {
        if (text == null || text.isEmpty()) {
            return new Read(Shown.NONE, 0);
        }
        List<String> parts = List.of(text.split("~", -1));
        boolean shaped = text.length() <= MAX_LENGTH && parts.size() == PARTS;
        if (!shaped || !same(signed(text.substring(0, text.lastIndexOf('~'))), text)) {
            return new Read(Shown.FORGED, 0);
        }
        // From here on it is one of ours, word for word.
        if (!parts.get(0).equals(kind) || !parts.get(1).equals(launch)) {
            return new Read(Shown.FORGED, 0);
        }
        if (!parts.get(2).equals(HexFormat.of().formatHex(ticketId(launch, member)))) {
            return new Read(Shown.ANOTHERS, 0);
        }
        boolean over = now.getEpochSecond() >= Long.parseLong(parts.get(4));
        return over ? new Read(Shown.EXPIRED, 0) : new Read(Shown.GOOD, Long.parseLong(parts.get(3)));
    }

    /// In the same time wherever they differ, so that nobody finds a signature letter by letter.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String kind, String launch, String id, long number, Instant until) {
        return signed(
                String.join("~", kind, launch, id, String.valueOf(number), String.valueOf(until.getEpochSecond())));
    }

    private String signed(String parts) {
        return parts + "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(parts));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secret.get(), ALGORITHM);
            key = known;
        }
        return known;
    }
}

package dev.holdfast.web.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// A block of addresses, such as `10.0.0.0/8`.
record Prefix(InetAddress address, int bits) {

    /// @throws IllegalArgumentException with the cure, when it is none
    static Prefix parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address != null) {
            int most = address.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? most : number(text.substring(slash + 1));
            if (bits >= 0 && bits <= most) {
                return new Prefix(masked(address, bits), bits);
            }
        }
        throw new IllegalArgumentException("HOLDFAST_TRUSTED_PROXIES has '" + text
                + "': give addresses or blocks of them, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8.");
    }

    boolean holds(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && masked(other, bits).equals(address);
    }

    /// Never asks a name server: a text that is no address is nobody.
    static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}

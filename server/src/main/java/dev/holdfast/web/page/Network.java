package dev.holdfast.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The network a request comes from, for a limit on what nobody in particular may ask.
///
/// TLS ends in a proxy in front of us, so the peer is usually that proxy. What it says of the caller is believed when
/// it stands on this host or in a private network, and only its own word, the last of the list: the ones before were
/// sent by the caller.
final class Network {
    private static final String FORWARDED = "X-Forwarded-For";
    /// One household or office has a /64 of IPv6; of IPv4 it has an address, seldom more than a few of a /24.
    private static final int BYTES_4 = 3;

    private static final int BYTES_6 = 8;

    private Network() {}

    static String of(HttpServletRequest request) {
        var peer = literal(request.getRemoteAddr());
        var forwarded = request.getHeader(FORWARDED);
        if (peer == null || forwarded == null || !isNear(peer)) {
            return named(peer);
        }
        var caller = literal(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
        return named(caller == null ? peer : caller);
    }

    private static boolean isNear(InetAddress peer) {
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || (peer.getAddress()[0] & 0xfe) == 0xfc;
    }

    /// Never asks a name server: a text that is no address is nobody.
    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String named(@Nullable InetAddress address) {
        if (address == null) {
            return "unknown";
        }
        byte[] bytes = address.getAddress();
        byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, bytes.length == 4 ? BYTES_4 : BYTES_6), bytes.length);
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

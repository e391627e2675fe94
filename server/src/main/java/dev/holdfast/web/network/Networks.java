package dev.holdfast.web.network;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The network a request comes from, for a limit on what nobody in particular may ask.
///
/// What a proxy says of the caller is believed of those alone that the operator named, as anybody can write
/// `X-Forwarded-For`. Of its list the last that is no such proxy is the caller: it was written by one we know, and all
/// in front of it by the caller.
public final class Networks {
    public static final String TRUSTED = "holdfast.trusted-proxies";

    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String FORWARDED_SCHEME = "X-Forwarded-Proto";

    /// One household has an address of IPv4, and a telephone a /64 of IPv6. A customer who asks for more
    /// gets some neighbours of it, so a limit on one alone could be multiplied at no cost; both blocks
    /// hold 256. A /48 would hold the telephones of a town.
    private static final int BITS_4 = 24;

    private static final int BITS_6 = 56;

    /// A longer list than any chain of proxies makes is not read.
    private static final int MAX_HOPS = 16;

    private final List<Prefix> trusted;
    private final AtomicBoolean warned = new AtomicBoolean();

    /// @param trusted addresses and blocks with commas between; empty: nobody's word is believed
    public Networks(String trusted) {
        this.trusted = Arrays.stream(trusted.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Prefix::parse)
                .toList();
    }

    public String of(HttpServletRequest request) {
        return named(caller(request.getRemoteAddr(), request.getHeader(FORWARDED)));
    }

    private @Nullable InetAddress caller(String remote, @Nullable String forwarded) {
        InetAddress peer = Prefix.literal(remote);
        if (peer == null || forwarded == null) {
            return peer;
        }
        if (!isTrusted(peer)) {
            tellOnce(peer);
            return peer;
        }
        List<String> hops = List.of(forwarded.split(",", -1)).reversed();
        InetAddress nearest = peer;
        for (String hop : hops.subList(0, Math.min(hops.size(), MAX_HOPS))) {
            InetAddress address = Prefix.literal(hop);
            if (address == null) {
                return nearest;
            }
            nearest = address;
            if (!isTrusted(address)) {
                return address;
            }
        }
        return nearest;
    }

    /// Whether the caller's own connection is encrypted, as far as somebody we believe says so: TLS ends in a proxy in
    /// front of us, which tells in `X-Forwarded-Proto` how it was spoken to.
    public boolean encrypted(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        InetAddress peer = Prefix.literal(request.getRemoteAddr());
        return peer != null && isTrusted(peer) && "https".equalsIgnoreCase(request.getHeader(FORWARDED_SCHEME));
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(prefix -> prefix.holds(address));
    }

    /// A proxy nobody named makes all its callers one network, which an operator would else find out in a rush.
    private void tellOnce(InetAddress peer) {
        boolean near = peer.isLoopbackAddress() || peer.isSiteLocalAddress();
        if (near && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{} says for whom it asks and is not trusted, so all its callers count as one network. If it is"
                            + " your proxy, name it: HOLDFAST_TRUSTED_PROXIES={}",
                    peer.getHostAddress(),
                    peer.getHostAddress());
        }
    }

    private static String named(@Nullable InetAddress address) {
        if (address == null) {
            return "unknown";
        }
        int bits = address.getAddress().length == 4 ? BITS_4 : BITS_6;
        return Prefix.masked(address, bits).getHostAddress();
    }
}

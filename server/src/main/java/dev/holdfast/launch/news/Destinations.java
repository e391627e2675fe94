package dev.holdfast.launch.news;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// Where messages may go: to the public internet by TLS, and not into the network this server stands in.
///
/// Whoever can name an address to call can else have us call what only we can reach: a cloud's metadata, a database's
/// door, an administrator's page. The name is looked up for each call and the very address that was judged is called,
/// so that a name which answers otherwise the second time gains nothing.
///
/// @param privateToo whether the operator opened the private networks: for receivers on the same network
/// @param plainToLoopback whether plain HTTP to this host is taken: for trying it out in the sample world
record Destinations(boolean privateToo, boolean plainToLoopback) {
    private static final int MAX_LENGTH = 500;

    /// What is wrong with the address as such; empty when nothing is.
    Optional<String> objection(URI url) {
        if (url.toString().length() > MAX_LENGTH) {
            return Optional.of("must have at most " + MAX_LENGTH + " characters");
        }
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of(
                    "must be an address such as https://hooks.example.com/holdfast, without user or fragment");
        }
        if (isLoopbackName(host) && "http".equals(url.getScheme()) && (plainToLoopback || privateToo)) {
            return Optional.empty();
        }
        if (!"https".equals(url.getScheme())) {
            return Optional.of("must begin with https://");
        }
        return Optional.empty();
    }

    /// The address to call.
    ///
    /// @throws IOException when there is none that may be called
    InetAddress address(URI url) throws IOException {
        InetAddress[] all = InetAddress.getAllByName(url.getHost());
        return Arrays.stream(all)
                .filter(address -> mayCall(url, address))
                .findFirst()
                .orElseThrow(() -> new UnknownHostException(url.getHost()
                        + " leads into a private network. Maybe set HOLDFAST_WEBHOOK_PRIVATE=true if that is meant."));
    }

    private boolean mayCall(URI url, InetAddress address) {
        if (privateToo && !isNeverAReceiver(address)) {
            return true;
        }
        boolean isTrial = plainToLoopback && isLoopbackName(url.getHost()) && address.isLoopbackAddress();
        return isTrial || isPublic(address);
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /// Link-local addresses hold the metadata of clouds; they are called on nobody's behalf.
    private static boolean isNeverAReceiver(InetAddress address) {
        return address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress();
    }

    static boolean isPublic(InetAddress address) {
        if (isNeverAReceiver(address) || address.isLoopbackAddress() || address.isSiteLocalAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean isShared = first == 100 && second >= 64 && second < 128;
        boolean isReserved = first == 0 || first >= 240 || (first == 192 && second == 0 && (third == 0 || third == 2));
        boolean isForTests = (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
        return !isShared && !isReserved && !isForTests;
    }

    /// Only what is given out today, 2000::/3; and none of the forms that carry an IPv4 address inside.
    private static boolean isPublic6(byte[] bytes) {
        boolean isGivenOut = (bytes[0] & 0xe0) == 0x20;
        boolean isTunnel = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean isTeredoOrDocumentation =
                bytes[0] == 0x20 && bytes[1] == 0x01 && ((bytes[2] == 0 && bytes[3] == 0) || bytes[2] == 0x0d);
        return isGivenOut && !isTunnel && !isTeredoOrDocumentation;
    }
}

package dev.holdfast.bench;

import dev.holdfast.bench.load.Tokens;
import dev.holdfast.bench.server.ApiBook;
import dev.holdfast.bench.server.BookReader;
import dev.holdfast.bench.server.OperatorApi;
import dev.holdfast.bench.server.Secrets;
import dev.holdfast.bench.server.SqlBook;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Holdfast under rehearsal: where it listens, how to sign for it, how to run it and how to read its book.
///
/// `throwaway` is null when the server was there before the rehearsal and stays after it.
public record Site(
        List<InetSocketAddress> addresses,
        Secrets secrets,
        Tokens tokens,
        OperatorApi operator,
        BookReader book,
        @Nullable Throwaway throwaway)
        implements AutoCloseable {

    private static final Duration TOKENS_LAST = Duration.ofDays(1);

    static Site fresh(int instances) throws IOException, InterruptedException {
        return of(Throwaway.start(instances));
    }

    public static Site of(Throwaway throwaway) {
        Tokens tokens = tokens(throwaway.secrets());
        return new Site(
                throwaway.addresses(),
                throwaway.secrets(),
                tokens,
                new OperatorApi(throwaway.uri(), tokens.sign("rush-operator", "operator")),
                new SqlBook(throwaway.database()),
                throwaway);
    }

    static Site at(URI url, String operatorToken) throws IOException {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("--url " + url + " is not like http://host:port. The rehearsal speaks"
                    + " plain HTTP: give the address of the server itself, behind its TLS proxy.");
        }
        int port = url.getPort() < 0 ? 80 : url.getPort();
        var operator = new OperatorApi(url, operatorToken);
        Secrets secrets = Secrets.fromEnvironment();
        return new Site(
                List.of(new InetSocketAddress(InetAddress.getAllByName(url.getHost())[0], port)),
                secrets,
                tokens(secrets),
                operator,
                new ApiBook(operator),
                null);
    }

    private static Tokens tokens(Secrets secrets) {
        return new Tokens(secrets.jwt(), Instant.now().plus(TOKENS_LAST));
    }

    /// Where it runs, and the database's settings where that is known.
    Machine machine() throws IOException, SQLException {
        if (throwaway == null) {
            return Machine.here();
        }
        try (Connection connection = throwaway.database().connect()) {
            return Machine.here(connection);
        }
    }

    @Override
    public void close() {
        operator.close();
        if (throwaway != null) {
            throwaway.close();
        }
    }
}

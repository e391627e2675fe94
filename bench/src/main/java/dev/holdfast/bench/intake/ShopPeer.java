package dev.holdfast.bench.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.holdfast.bench.load.Talk;
import dev.holdfast.run.Database;
import dev.holdfast.run.Postgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// The plain shop of `bench/shop`: Spring Boot and JPA, a pool, a conditional update, a transaction for each order.
final class ShopPeer implements Peer {
    private static final Duration MAX_START = Duration.ofMinutes(1);

    private final Process process;
    private final Postgres postgres;
    private final InetSocketAddress address;

    private ShopPeer(Process process, Postgres postgres, InetSocketAddress address) {
        this.process = process;
        this.postgres = postgres;
        this.address = address;
    }

    /// @param jar where the build left the shop
    static ShopPeer start(Postgres postgres, Path jar) throws Missing, SQLException, IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new Missing("the shop is not built: ./mvnw -pl bench/shop package");
        }
        Database database = OwnDatabases.create(postgres, "shop");
        int port = Ports.free();
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseParallelGC",
                "-Xmx512m",
                "-jar",
                jar.toString(),
                "--server.port=" + port));
        builder.environment().put("SPRING_DATASOURCE_URL", database.url());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        builder.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
        Process process = builder.start();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        if (!Ports.awaitOpen(port, MAX_START)) {
            process.destroyForcibly();
            throw new Missing("the shop did not start within " + MAX_START.toSeconds() + " s");
        }
        return new ShopPeer(process, postgres, address);
    }

    @Override
    public String name() {
        return "Spring Boot and JPA";
    }

    @Override
    public String does() {
        return "HTTP, the count and a row for the order; no token, no key, no limit, no position, no promise";
    }

    @Override
    public void stock(String article, int units) throws IOException {
        try (var talk = new Talk(address)) {
            int status = talk.ask(request("PUT", "/stock/" + article + "?units=" + units, ""));
            if (status != 200) {
                throw new IOException("the shop answered " + status + " to a new article");
            }
        }
    }

    @Override
    public Buyer buyer(String article) throws IOException {
        var talk = new Talk(address);
        return new Buyer() {
            @Override
            public Answer order(String member) throws IOException {
                String body = "{\"customer\":\"" + member + "\",\"article\":\"" + article + "\"}";
                int status = talk.ask(request("POST", "/orders", body));
                return status == 201 ? Answer.TAKEN : status == 409 ? Answer.SOLD_OUT : Answer.FAILED;
            }

            @Override
            public void close() throws IOException {
                talk.close();
            }
        };
    }

    private static byte[] request(String method, String path, String body) {
        return (method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }

    @Override
    public long sold(String article) throws IOException {
        try (var talk = new Talk(address)) {
            talk.ask(request("GET", "/sold/" + article, ""));
            return Long.parseLong(talk.body().strip());
        }
    }

    @Override
    public Duration cpu() {
        return Processor.time(process.toHandle()).plus(Processor.time(postgres.process()));
    }

    @Override
    public void close() {
        Processor.end(process);
    }
}

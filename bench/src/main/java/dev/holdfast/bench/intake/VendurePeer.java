package dev.holdfast.bench.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.bench.load.Talk;
import dev.holdfast.run.Database;
import dev.holdfast.run.Postgres;
import dev.holdfast.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/// Vendure, a shop in TypeScript, as npm installs it, with a PostgreSQL of its own of the same kind as the others have.
///
/// An order of a guest is six steps there; they are sent in three requests, fewer than a page would need.
final class VendurePeer implements Peer {
    private static final Duration MAX_START = Duration.ofMinutes(2);
    private static final long MAX_INSTALL_SECONDS = 600;
    private static final Pattern TOKEN = Pattern.compile("(?im)^vendure-auth-token: *(\\S+)");
    private static final String ADD = mutation("addItemToOrder(productVariantId: 1, quantity: 1) { __typename }");
    private static final String PAY = mutation("addPaymentToOrder(input: {method: \"standard-payment\", metadata: {}})"
            + " { __typename ... on Order { state } ... on ErrorResult { errorCode } }");
    private static final String SOLD = "select count(*) from public.order where state = 'PaymentSettled'";
    private static final String STOCK = "update public.stock_level set \"stockOnHand\" = ?, \"stockAllocated\" = 0";

    private final Process process;
    private final Path folder;
    private final Postgres postgres;
    private final InetSocketAddress address;
    private final Map<String, Long> soldBefore = new HashMap<>();

    private VendurePeer(Process process, Path folder, Postgres postgres, InetSocketAddress address) {
        this.process = process;
        this.folder = folder;
        this.postgres = postgres;
        this.address = address;
    }

    /// @param home where npm puts it: kept, as an installation takes minutes
    static VendurePeer start(Path home) throws Missing, SQLException, IOException, InterruptedException {
        install(home);
        Path folder = Files.createTempDirectory("holdfast-vendure-");
        Postgres postgres = Postgres.start(folder.resolve("data"), Progress.SILENT);
        Database database = OwnDatabases.create(postgres, "vendure");
        int port = Ports.free();
        var builder = new ProcessBuilder("node", "server.js")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NODE_ENV",
                        "production",
                        "SHOP_PORT",
                        Integer.toString(port),
                        "SHOP_DATABASE_PORT",
                        database.url().replaceFirst(".*:(\\d+)/.*", "$1"),
                        "SHOP_DATABASE",
                        "vendure",
                        "SHOP_DATABASE_USER",
                        database.user(),
                        "SHOP_DATABASE_PASSWORD",
                        database.password()));
        Process process = builder.start();
        var peer = new VendurePeer(
                process, folder, postgres, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        if (!peer.serves()) {
            String said = Files.readString(folder.resolve("log"));
            peer.close();
            throw new Missing(
                    "Vendure did not start; it said: " + said.lines().limit(5).toList());
        }
        return peer;
    }

    private static void install(Path home) throws Missing, IOException, InterruptedException {
        Files.createDirectories(home);
        for (String file : List.of("package.json", "server.js")) {
            try (InputStream kept = VendurePeer.class.getResourceAsStream("/vendure/" + file)) {
                if (kept == null) {
                    throw new IllegalStateException("this build holds no vendure/" + file);
                }
                Files.copy(kept, home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (Files.isDirectory(home.resolve("node_modules/@vendure/core"))) {
            return;
        }
        try {
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("install.log").toFile())
                    .start();
            if (!npm.waitFor(MAX_INSTALL_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                throw new Missing("npm could not install Vendure: see " + home.resolve("install.log"));
            }
        } catch (IOException absent) {
            throw new Missing("npm is not installed, and Vendure comes from there: apt-get install npm", absent);
        }
    }

    /// It says so when its one product is on sale, which is after it began to listen.
    private boolean serves() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + MAX_START.toNanos();
        while (process.isAlive() && System.nanoTime() < giveUp) {
            if (Files.readString(folder.resolve("log")).contains("serving")) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    @Override
    public String name() {
        return "Vendure 3.7.3";
    }

    @Override
    public String does() {
        return "HTTP in three requests: basket, customer, address, shipping, payment (dummy), as a whole shop does;"
                + " no key, no limit, no position, no promise";
    }

    @Override
    public void stock(String article, int units) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(STOCK)) {
            soldBefore.put(article, settled(connection));
            statement.setInt(1, units);
            statement.executeUpdate();
        }
    }

    @Override
    public long sold(String article) throws SQLException {
        try (Connection connection = connect()) {
            return settled(connection) - soldBefore.getOrDefault(article, 0L);
        }
    }

    private static long settled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SOLD)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        Database database = postgres.database();
        String url = database.url().replaceFirst("/[^/]*$", "/vendure");
        return new Database(url, database.user(), database.password()).connect();
    }

    @Override
    public Buyer buyer(String article) throws IOException {
        return new Guest(address);
    }

    /// A guest of the shop: a basket, then who and where to, then the payment, which is the order.
    private static final class Guest implements Buyer {
        /// Node closes a connection that nobody used for five seconds.
        private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(3);

        private final InetSocketAddress address;
        private Talk talk;
        private long usedAt = System.nanoTime();
        private String token = "";
        private boolean hasBasket;

        Guest(InetSocketAddress address) throws IOException {
            this.address = address;
            this.talk = new Talk(address);
        }

        private String ask(String body) throws IOException {
            if (System.nanoTime() - usedAt > MAX_IDLE_NANOS) {
                talk.close();
                talk = new Talk(address);
            }
            talk.ask(request(body, token));
            usedAt = System.nanoTime();
            return talk.body();
        }

        @Override
        public void prepare(String member) throws IOException {
            token = "";
            hasBasket = ask(ADD).contains("\"Order\"");
            var given = TOKEN.matcher(talk.head());
            if (!hasBasket || !given.find()) {
                return;
            }
            token = given.group(1);
            ask(mutation("setCustomerForOrder(input: {firstName: \"A\", lastName: \"B\", emailAddress: \"" + member
                    + "@example.org\"}) { __typename }"
                    + " setOrderShippingAddress(input: {fullName: \"A B\", streetLine1: \"1\", city: \"C\","
                    + " postalCode: \"1\", countryCode: \"DE\"}) { __typename }"
                    + " setOrderShippingMethod(shippingMethodId: [1]) { __typename }"
                    + " transitionOrderToState(state: \"ArrangingPayment\") { __typename }"));
        }

        @Override
        public Answer order(String member) throws IOException {
            if (!hasBasket) {
                return Answer.SOLD_OUT;
            }
            String answer = ask(PAY);
            return answer.contains("PaymentSettled")
                    ? Answer.TAKEN
                    : answer.contains("STOCK") ? Answer.SOLD_OUT : Answer.FAILED;
        }

        private static byte[] request(String body, String token) {
            String authorization = token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token;
            return ("POST /shop-api HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json" + authorization
                            + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(UTF_8);
        }

        @Override
        public void close() throws IOException {
            talk.close();
        }
    }

    private static String mutation(String fields) {
        return "{\"query\":\"mutation { " + fields.replace("\"", "\\\"") + " }\"}";
    }

    @Override
    public Duration cpu() {
        return Processor.time(process.toHandle()).plus(Processor.time(postgres.process()));
    }

    @Override
    public void close() throws IOException {
        Processor.end(process);
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}

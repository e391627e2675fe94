package dev.holdfast.bench.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// Redis with a script that takes a unit and writes the order down, and `appendfsync always`, so that its answer is as
/// durable as a commit.
final class RedisPeer implements Peer {
    private static final Duration MAX_START = Duration.ofSeconds(10);
    private static final String SCRIPT = """
            if tonumber(redis.call('get', KEYS[1]) or '0') < 1 then return 0 end
            redis.call('decr', KEYS[1])
            return redis.call('rpush', KEYS[2], ARGV[1])
            """;

    private final Process process;
    private final Path folder;
    private final int port;
    private final String script;

    private RedisPeer(Process process, Path folder, int port, String script) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.script = script;
    }

    static RedisPeer start() throws Missing, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdfast-redis-");
        int port = Ports.free();
        Process process;
        try {
            process = new ProcessBuilder(List.of(
                            "redis-server",
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            folder.toString(),
                            "--save",
                            "",
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "always"))
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
        } catch (IOException absent) {
            FileSystemUtils.deleteRecursively(folder);
            throw new Missing("redis-server is not installed: apt-get install redis-server", absent);
        }
        long giveUp = System.nanoTime() + MAX_START.toNanos();
        while (true) {
            try (var connection = new Connection(port)) {
                return new RedisPeer(process, folder, port, connection.ask("SCRIPT", "LOAD", SCRIPT));
            } catch (IOException notYet) {
                if (System.nanoTime() > giveUp) {
                    process.destroyForcibly();
                    throw new Missing("redis-server did not start", notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public String name() {
        return "Redis, Lua and `appendfsync always`";
    }

    @Override
    public String does() {
        return "the count and an entry for the order in one script; no HTTP, no token, no key, no limit, no promise;"
                + " everything in memory";
    }

    @Override
    public void stock(String article, int units) throws IOException {
        try (var connection = new Connection(port)) {
            connection.ask("SET", "stock:" + article, Integer.toString(units));
        }
    }

    @Override
    public Buyer buyer(String article) throws IOException {
        var connection = new Connection(port);
        return new Buyer() {
            @Override
            public Answer order(String member) throws IOException {
                String answer = connection.ask("EVALSHA", script, "2", "stock:" + article, "orders:" + article, member);
                return answer.equals("0") ? Answer.SOLD_OUT : Answer.TAKEN;
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    @Override
    public long sold(String article) throws IOException {
        try (var connection = new Connection(port)) {
            return Long.parseLong(connection.ask("LLEN", "orders:" + article));
        }
    }

    @Override
    public Duration cpu() {
        return Processor.time(process.toHandle());
    }

    @Override
    public void close() throws IOException {
        Processor.end(process);
        FileSystemUtils.deleteRecursively(folder);
    }

    /// As much of Redis's protocol as one command at a time needs.
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        String ask(String... words) throws IOException {
            var command = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                command.append('$')
                        .append(word.length())
                        .append("\r\n")
                        .append(word)
                        .append("\r\n");
            }
            socket.getOutputStream().write(command.toString().getBytes(US_ASCII));
            String line = line();
            return switch (line.charAt(0)) {
                case '-' -> throw new IOException("Redis refused: " + line);
                case '$' -> line();
                default -> line.substring(1);
            };
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            while (true) {
                int letter = in.read();
                if (letter < 0) {
                    throw new IOException("Redis closed the connection");
                }
                if (letter == '\n') {
                    return line.toString().strip();
                }
                line.append((char) letter);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

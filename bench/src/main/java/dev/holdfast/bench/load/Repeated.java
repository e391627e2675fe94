package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One request asked over and over on keep-alive connections, each of which asks again as soon as it is answered: how
/// many answers a second a server has in it.
public final class Repeated {
    private final InetSocketAddress server;
    private final byte[] request;
    private final int connections;

    private int answers;
    private int others;
    private long bytes;

    /// What one run gave.
    ///
    /// @param others answers with another status than 200
    /// @param bytes  of all bodies
    public record Result(int answers, int others, long bytes, double seconds, Latencies.Summary latency) {
        public double perSecond() {
            return answers / seconds;
        }
    }

    public Repeated(InetSocketAddress server, String path, int connections) {
        this.server = server;
        this.connections = connections;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// @throws IOException when the server closes a connection or does not answer for seconds
    public Result run(int seconds) throws IOException {
        answers = 0;
        others = 0;
        bytes = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var result = new Saturated(server, connections, new Saturated.Conversation() {
                    @Override
                    public Saturated.@Nullable Request next() {
                        return System.nanoTime() < end ? new Saturated.Request(0, ByteBuffer.wrap(request)) : null;
                    }

                    @Override
                    public void answered(int ticket, int status, byte[] answer, int from, int to) {
                        answers++;
                        bytes += to - from;
                        others += status == 200 ? 0 : 1;
                    }
                })
                .run();
        return new Result(answers, others, bytes, result.seconds(), result.latency());
    }
}

package dev.holdfast.member.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// An SMTP server that takes the whole text and hangs up instead of saying that it did.
final class HangingUp implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger texts = new AtomicInteger();

    HangingUp() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int texts() {
        return texts.get();
    }

    String url() {
        return "smtp+plain://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket peer = socket.accept()) {
                talk(peer);
            } catch (IOException gone) {
                // The test is over, or the caller left.
            }
        }
    }

    private void talk(Socket peer) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = peer.getOutputStream();
        say(out, "220 here");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("DATA")) {
                say(out, "354 go on");
                while (!".".equals(lines.readLine())) {
                    // The text.
                }
                texts.incrementAndGet();
                return;
            }
            say(out, "250 ok");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

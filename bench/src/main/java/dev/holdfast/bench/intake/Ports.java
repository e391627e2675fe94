package dev.holdfast.bench.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/// Ports on this machine.
final class Ports {
    private Ports() {}

    static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Whether somebody takes connections there in time.
    static boolean awaitOpen(int port, Duration max) throws InterruptedException {
        long giveUp = System.nanoTime() + max.toNanos();
        while (System.nanoTime() < giveUp) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        return false;
    }
}

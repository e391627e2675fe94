package dev.holdfast.bench.intake;

import dev.holdfast.run.Postgres;
import dev.holdfast.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/// Everybody who is measured, started once and up for the whole run, so that they can take turns.
final class Peers implements AutoCloseable {
    private final Path folder;
    private final Postgres postgres;
    private final List<Peer> all = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Peers(Path folder, Postgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /// @param only parts of names, small letters; none takes everybody
    /// @param home of the repository, where the build left the shop
    static Peers start(List<String> only, Path home, Consumer<String> say)
            throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("holdfast-intake-");
        var peers = new Peers(folder, Postgres.start(folder.resolve("data"), Progress.SILENT));
        try {
            peers.add("holdfast", only, say, HoldfastPeer::start);
            for (Way way : Way.values()) {
                peers.add(way.title().toLowerCase(Locale.ROOT), only, say, () -> SqlPeer.on(peers.postgres, way));
            }
            Path shop = home.resolve("bench/shop/target/holdfast-shop.jar");
            peers.add("spring boot and jpa", only, say, () -> ShopPeer.start(peers.postgres, shop));
            peers.add("redis", only, say, RedisPeer::start);
            peers.add("vendure", only, say, () -> VendurePeer.start(cache().resolve("bench/vendure")));
            return peers;
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            peers.close();
            throw e;
        }
    }

    /// Starts one peer.
    @FunctionalInterface
    private interface Start {
        Peer start() throws Missing, IOException, SQLException, InterruptedException;
    }

    private void add(String name, List<String> only, Consumer<String> say, Start start)
            throws IOException, SQLException, InterruptedException {
        if (!only.isEmpty() && only.stream().noneMatch(name::contains)) {
            return;
        }
        try {
            Peer peer = start.start();
            all.add(peer);
            say.accept("ready: " + peer.name());
        } catch (Missing absent) {
            missing.add(name + ": " + absent.getMessage());
            say.accept("left out, " + missing.getLast());
        }
    }

    private static Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path parent = named == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return parent.resolve("holdfast");
    }

    List<Peer> all() {
        return List.copyOf(all);
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    /// Of PostgreSQL, for the report: all of them run the same programs with the same settings.
    Postgres postgres() {
        return postgres;
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : all.reversed()) {
            peer.close();
        }
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}

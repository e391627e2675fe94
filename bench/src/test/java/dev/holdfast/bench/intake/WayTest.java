package dev.holdfast.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.run.Postgres;
import dev.holdfast.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// A way that oversold, or sold less than there is, would not be a peer.
class WayTest {
    @Test
    void eachWaySellsEveryUnitOnce() throws Exception {
        Path folder = Files.createTempDirectory("holdfast-way-test-");
        try (Postgres postgres = Postgres.start(folder.resolve("data"), Progress.SILENT)) {
            for (Way way : Way.values()) {
                try (Peer peer = SqlPeer.on(postgres, way)) {
                    Measured.Duels duels = new Trial(peer, "t").duels(3, 60, 10);
                    assertThat(duels).isEqualTo(new Measured.Duels(way.title(), 3, 60, 10, 0, 0, 10, 0));
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}

package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// That who starts a process may leave it alone.
class HoldfastProcessTest {
    private static final int MAX_PAUSES = 1_200;

    /// More than any pipe holds.
    private static final String SAYS_MUCH = """
            echo ready at http://localhost:1
            line=0
            while [ $line -lt 20000 ]; do
              echo "Something that nobody waits for, and that is said all the same."
              line=$((line + 1))
            done
            echo Stopping
            """;

    @Test
    void whoSaysMuchGoesOnWhileNobodyWaitsForIt() throws IOException {
        try (HoldfastProcess process = HoldfastProcess.of(new ProcessBuilder("sh", "-c", SAYS_MUCH))) {
            assertThat(process.address()).isEqualTo(URI.create("http://localhost:1"));
            for (int i = 0; i < MAX_PAUSES && process.isAlive(); i++) {
                FarAway.pause();
            }
            assertThat(process.isAlive()).isFalse();
            assertThat(process.lastWords()).endsWith("Stopping\n");
        }
    }
}

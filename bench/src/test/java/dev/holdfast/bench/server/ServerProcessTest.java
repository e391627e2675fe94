package dev.holdfast.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerProcessTest {
    /// A rehearsal with other options than those users run with would rehearse something else.
    @Test
    void theServerIsStartedWithTheOptionsOfTheScript() throws IOException {
        String script = Files.readString(Path.of("..", "holdfast"));
        String options = script.replaceAll("(?s).*JVM_OPTIONS=\\(([^)]*)\\).*", "$1");
        assertThat(options.strip()).isNotEmpty();
        assertThat(options.strip().split("\\s+", -1)).containsExactlyElementsOf(ServerProcess.JVM_OPTIONS);
    }
}

package dev.holdfast.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServerProcessTest {
    /// A rehearsal with other options than those users run with would rehearse something else.
    @Test
    void theServerIsStartedWithTheOptionsOfTheScript() throws IOException {
        String script = Files.readString(Path.of("..", "holdfast"));
        String options = value(script, "JVM_OPTIONS=\\(([^)]*)\\)") + " " + value(script, "SERVER_HEAP=(\\S+)");
        assertThat(options.split("\\s+", -1)).containsExactlyElementsOf(ServerProcess.JVM_OPTIONS);
    }

    private static String value(String script, String setting) {
        Matcher matcher = Pattern.compile(setting).matcher(script);
        assertThat(matcher.find()).as(setting).isTrue();
        return matcher.group(1).strip();
    }
}

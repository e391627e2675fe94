package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Holdfast;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each reason not to start is one sentence that names its cure, and a non-zero status. A start that was not refused
/// would serve for ever.
@Timeout(60)
class RefusalToStartTest {
    @TempDir
    private Path parent = Path.of("/nowhere");

    @Test
    void aTakenPort() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var port = Integer.toString(taken.getLocalPort());
            assertThat(refused(Map.of(), "--port", port)).contains(port).contains("--port");
            assertThat(parent.resolve("data")).as("nothing was started or made").doesNotExist();
        }
    }

    @Test
    void aPortThatDoesNotExist() {
        assertThat(refused(Map.of(), "--port", "70000")).contains("70000").contains("--port");
    }

    @Test
    void aDrainThatIsNoTimeOrTooLong() {
        for (var time : List.of("soon", "1h", "-1s")) {
            assertThat(refused(Map.of("HOLDFAST_DRAIN", time))).contains("HOLDFAST_DRAIN is " + time, "10s");
        }
    }

    @Test
    void aFolderThatIsAFile() throws Exception {
        Files.writeString(parent.resolve("data"), "");
        assertThat(refused(Map.of())).contains("is a file").contains("--data");
    }

    @Test
    void aFolderThatCannotBeWritten() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs a folder that even root cannot write");
        assertThat(refused(Map.of(), "--data", "/proc/self/data"))
                .contains("/proc/self/data")
                .contains("--data");
    }

    @Test
    void aFolderOfANewerVersion() throws Exception {
        Files.createDirectories(parent.resolve("data"));
        Files.writeString(parent.resolve("data").resolve("format"), "2\n");
        assertThat(refused(Map.of())).contains("newer Holdfast").contains("--data");
    }

    @Test
    void aFolderInUse() throws Exception {
        try (var folder = DataFolder.open(parent.resolve("data"))) {
            folder.lock();
            assertThat(refused(Map.of())).contains("in use").contains("--data");
        }
    }

    @Test
    void aDatabaseThatCannotBeReached() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var url = "jdbc:postgresql://127.0.0.1:" + closed + "/holdfast?password=hidden";
        assertThat(refused(Map.of("HOLDFAST_DB_URL", url)))
                .contains("HOLDFAST_DB_URL")
                .contains("127.0.0.1:" + closed)
                .doesNotContain("hidden");
    }

    @Test
    void anUrlOfSomethingElse() {
        assertThat(refused(Map.of("HOLDFAST_DB_URL", "mysql://root:hidden@somewhere/x")))
                .contains("jdbc:postgresql://")
                .doesNotContain("hidden");
    }

    @Test
    void anUnknownOption() {
        assertThat(refused(Map.of(), "--prot", "1")).contains("--prot").contains("run --help");
    }

    private String refused(Map<String, String> environment, String... options) {
        var arguments = new ArrayList<>(List.of("run"));
        if (!List.of(options).contains("--data")) {
            arguments.addAll(List.of("--data", parent.resolve("data").toString()));
        }
        arguments.addAll(List.of(options));
        if (!arguments.contains("--port")) {
            arguments.addAll(List.of("--port", "0"));
        }
        var err = new StringWriter();
        var status = CommandLineFace.execute(
                Holdfast.class, environment, new PrintWriter(err, true), arguments.toArray(String[]::new));
        assertThat(status).isNotZero();
        var sentence = err.toString();
        assertThat(sentence.strip().lines()).as(sentence).hasSize(1);
        assertThat(sentence).startsWith("holdfast: ").doesNotContain("\tat ");
        return sentence;
    }
}

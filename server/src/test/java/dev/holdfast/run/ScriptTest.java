package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script in front of everything, on machines that lack what it needs.
class ScriptTest {
    private static final Path SCRIPT =
            Path.of("..", "holdfast").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("/nowhere");

    @Test
    void explainsItself() throws Exception {
        for (var question : List.of("--help", "help")) {
            var said = Commands.run(List.of(SCRIPT.toString(), question));
            assertThat(said.status()).isZero();
            assertThat(said.output()).contains("  run ", "  test ", "  rush ", "  crash ", "  bench ", "  plan ");
        }
    }

    @Test
    void namesACommandItDoesNotKnow() throws Exception {
        var said = Commands.run(List.of(SCRIPT.toString(), "launch"));
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.output()).contains("There is no command 'launch'");
    }

    @Test
    void asksForAJdkWhereThereIsNone() throws Exception {
        refusedWithoutJdk("");
    }

    @Test
    void asksForANewerJdkWhereThereIsAnOldOne() throws Exception {
        var old = folder.resolve("jdk-21");
        Files.createDirectories(old.resolve("bin"));
        Files.createFile(old.resolve("bin").resolve("javac")).toFile().setExecutable(true);
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.9\"\n");
        refusedWithoutJdk(old.toString());
    }

    /// On a copy that looks for JDKs in an empty folder instead of the usual one.
    private void refusedWithoutJdk(String javaHome) throws IOException {
        var copy = folder.resolve("holdfast");
        Files.writeString(copy, Files.readString(SCRIPT).replace("/usr/lib/jvm", folder + "/no-jdks"));
        var said = Commands.run(List.of(
                "env",
                "-i",
                "PATH=/usr/bin:/bin",
                "HOME=" + folder,
                "JAVA_HOME=" + javaHome,
                "bash",
                "" + copy,
                "run"));
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.output().strip().lines()).hasSize(1);
        assertThat(said.output()).contains("No JDK 25 or newer was found", "install one", "'" + javaHome + "'");
    }
}

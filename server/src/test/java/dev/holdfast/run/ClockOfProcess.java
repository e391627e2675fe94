package dev.holdfast.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// Gives the clock of a test to a Holdfast in another process. It is found there because a folder on that process's
/// class path names it, and in no other process.
public final class ClockOfProcess implements ApplicationContextInitializer<GenericApplicationContext> {
    /// The variable that says where the clock is.
    static final String FILE = "CLOCK_OF_THE_TEST";

    /// @return the folder to put in front of a class path
    static Path folder(Path folder) throws IOException {
        var factories = folder.resolve("META-INF", "spring.factories");
        Files.createDirectories(factories.getParent());
        Files.writeString(
                factories, ApplicationContextInitializer.class.getName() + "=" + ClockOfProcess.class.getName() + "\n");
        return folder;
    }

    @Override
    public void initialize(GenericApplicationContext starting) {
        var file = Path.of(Objects.requireNonNull(System.getenv(FILE)));
        try {
            var clock = ClockInFile.open(file).withZone(ZoneOffset.UTC);
            starting.registerBean("clockOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

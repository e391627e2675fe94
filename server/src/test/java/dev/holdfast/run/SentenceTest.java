package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class SentenceTest {
    @Test
    void findsWhatHappenedBeneathWhatWrappedIt() {
        var full = new FileSystemException("/data/format", null, "No space left on device");
        assertThat(Sentence.of(new IllegalStateException("wrapped", full)))
                .contains("/data/format", "is full", "--data");
        assertThat(Sentence.of(new RuntimeException(new AccessDeniedException("/data/jwt.secret"))))
                .contains("/data/jwt.secret", "writable");
        assertThat(Sentence.of(new RuntimeException(new PortInUseException(8080))))
                .contains("8080", "--port");
        assertThat(Sentence.of(new IOException(new CannotStart("Because.")))).isEqualTo("Because.");
    }

    @Test
    void saysTheRootOfWhatNobodyForesaw() {
        var failure = new IllegalStateException("pages of\nwrapping", new IllegalArgumentException("two\n  lines"));
        assertThat(Sentence.of(failure))
                .contains("two lines (IllegalArgumentException)")
                .doesNotContain("wrapping");
    }
}

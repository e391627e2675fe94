package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person who mistypes is told: one sentence, the value or the cure in it, and a status of its own.
class RushTest {
    @ParameterizedTest
    @CsvSource({
        "--orders=0,                  --orders must be at least 1",
        "--orders=many,               many",
        "--warm-up=-1,                --warm-up must not be negative",
        "--members=0,                 --members must be at least 1",
        "--rate=0,                    --rate must be above 0",
        "--shape=odd,                 odd",
        "--instances=0,               --instances must be at least 1",
        "--url=http://localhost:1,    --url needs --operator-token"
    })
    void aWrongOptionIsRefusedInOneSentence(String option, String says) {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Rush.execute(option)).isEqualTo(Rush.NOT_RUN);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(says).hasLineCount(1);
    }
}

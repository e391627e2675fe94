package dev.holdfast.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A few thousand requests of `./holdfast fuzz`, others at each build; the command sends a million.
class FuzzTest {
    @Test
    void aHostileInternetFindsNothing() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = Fuzz.execute(
                new PrintStream(said, true, StandardCharsets.UTF_8), "--requests", "3000", "--connections", "4");
        String report = said.toString(StandardCharsets.UTF_8);
        System.out.println(report);
        assertThat(status).as(report).isZero();
    }
}

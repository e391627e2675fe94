package dev.holdfast.member.passkey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no answer of a device is refused, whatever it is: anybody may send it.
class CeremonyTest {
    private final Ceremony ceremony = new Ceremony(() -> URI.create("https://shop.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "null",
                "7",
                "\"\"",
                "{\"id\":7}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\"}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\"}}",
                "{\"id\":\"*\",\"rawId\":\"*\",\"type\":\"x\",\"response\":{\"clientDataJSON\":\"*\",\"signature\":\"*\"}}"
            })
    void what_is_no_answer_is_refused(String answer) {
        assertTrue(ceremony.created(answer, challenge -> true).isEmpty());
        assertTrue(ceremony.signed(
                        answer,
                        new PasskeyStore.Row(
                                new byte[1], "fan", new byte[1], "phone", new byte[40], 0, "", Instant.EPOCH, null),
                        challenge -> true)
                .isEmpty());
        ceremony.idIn(answer);
    }
}

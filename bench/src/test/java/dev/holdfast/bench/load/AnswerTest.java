package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final String ORDER = "{\"id\":\"0199-ab\",\"launch\":\"car\",\"position\": 12345,\"rank\":7,"
            + "\"promise\":{\"from\":\"2027-08-02\",\"to\":\"2027-08-08\"}}";
    private final Answer answer = new Answer();

    @Test
    void anAnswerThatArrivesInPiecesIsCompleteWithItsLastByte() {
        String whole = "HTTP/1.1 201 \r\nContent-Type: application/json\r\nContent-Length: " + ORDER.length()
                + "\r\n\r\n" + ORDER;
        for (int i = 0; i < whole.length(); i++) {
            assertThat(answer.complete()).isFalse();
            answer.received().ascii(whole.substring(i, i + 1));
        }
        assertThat(answer.complete()).isTrue();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(ORDER);
        assertThat(answer.closes()).isFalse();
    }

    @Test
    void anAnswerWithoutABodyEndsWithItsHeaders() {
        answer.received().ascii("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        assertThat(answer.complete()).isTrue();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.closes()).isTrue();
    }

    @Test
    void aChunkedAnswerEndsWithItsEmptyChunk() {
        answer.received().ascii("HTTP/1.1 500 \r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n");
        assertThat(answer.complete()).isFalse();
        answer.received().ascii("0\r\n\r\n");
        assertThat(answer.complete()).isTrue();
        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    void whatAnOrderWasToldIsReadByName() {
        byte[] json = ORDER.getBytes(US_ASCII);
        assertThat(Json.text(json, 0, json.length, name("id"))).isEqualTo("0199-ab".getBytes(US_ASCII));
        assertThat(Json.number(json, 0, json.length, name("position"))).isEqualTo(12_345);
        assertThat(Json.date(json, 0, json.length, name("to"))).isEqualTo(20_270_808);
        assertThat(Json.number(json, 0, json.length, name("absent"))).isEqualTo(Json.NONE);
    }

    @Test
    void aPromiseOfNullHasNoDates() {
        byte[] json = "{\"promise\":null,\"rank\":1}".getBytes(US_ASCII);
        assertThat(Json.date(json, 0, json.length, name("from"))).isEqualTo((int) Json.NONE);
    }

    private static byte[] name(String name) {
        return ("\"" + name + "\"").getBytes(US_ASCII);
    }
}

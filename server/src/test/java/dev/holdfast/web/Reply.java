package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One answer as it came over the wire.
record Reply(int status, HttpHeaders headers, String text) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    Reply is(int expected) {
        assertEquals(expected, status, text);
        return this;
    }

    Reply refused(int expected, String code) {
        is(expected);
        assertEquals(code, at("/code"), text);
        assertEquals("application/problem+json", header("Content-Type"));
        assertEquals(Integer.toString(expected), at("/status"), "the document says the status, too");
        return this;
    }

    JsonNode json() {
        return JSON.readTree(text);
    }

    JsonNode node(String pointer) {
        return json().at(pointer);
    }

    /// The value at a JSON pointer, as text; null where it is null.
    @Nullable
    String at(String pointer) {
        JsonNode node = node(pointer);
        if (node.isMissingNode()) {
            throw new AssertionError("There is nothing at " + pointer + " in " + text);
        }
        return node.isNull() ? null : node.isString() ? node.stringValue() : node.toString();
    }

    long number(String pointer) {
        return node(pointer).longValue();
    }

    /// One field of each element of an array.
    List<String> each(String array, String field) {
        return StreamSupport.stream(node(array).spliterator(), false)
                .map(element -> element.get(field))
                .map(value -> value.isString() ? value.stringValue() : value.toString())
                .toList();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}

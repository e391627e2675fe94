package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/// What can be wrong with the bytes of a body.
final class BodyTwists {
    private static final byte[][] ODD_BYTES = {
        {(byte) 0xff},
        {(byte) 0xc0, (byte) 0xaf},
        {(byte) 0xe0, (byte) 0x80, (byte) 0x80},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
        {0},
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
        {(byte) 0xe8},
        {'"'},
        {'\\'},
        {'\n'},
        {'\r'},
        {','},
        {'{'},
        {']'},
        {'/', '*'},
        {0x1a}
    };

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "[]",
            "{}",
            "\"x\"",
            "1",
            "{",
            "}",
            "{\"a\"",
            "{\"offer\":\"pro\",\"offer\":\"max\"}",
            "{\"offer\":\"pro\"}{\"offer\":\"max\"}",
            "{\"offer\":\"\\u0000\"}",
            "{\"offer\":\"\\ud800\"}",
            "{\"offer\":\"\\x\"}",
            "{\"offer\":'pro'}",
            "{offer:\"pro\"}",
            "{\"offer\":NaN}",
            "{\"offer\":+1}",
            "{\"offer\":01}",
            "{\"offer\":1e99999999999}",
            "{\"offer\":\"pro\",}",
            "{\"type\":\"payment.succeeded\",\"amount\":1e400}",
            "// x\n{}",
            "offer=pro&a=b",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--b--",
            "offer,week,quantity\n",
            "offer;week;quantity\n",
            "\"",
            "offer,week,quantity\n\"pro,2027-01-04,1\n",
            "offer,offer,offer\n,,\n");

    static final List<Twist> ALL = List.of(
            (request, dice) -> filled(request, Words.pick(BODIES, dice).getBytes(UTF_8)),
            (request, dice) -> inserted(request, dice, ODD_BYTES[dice.nextInt(ODD_BYTES.length)]),
            (request, dice) -> inserted(request, dice, ODD_BYTES[dice.nextInt(ODD_BYTES.length)]),
            (request, dice) -> cut(request, dice),
            (request, dice) -> filled(request, noise(dice)),
            (request, dice) -> filled(request, zipped(request.bodyBytes())).withHeader("Content-Encoding", "gzip"),
            (request, dice) -> filled(request, new String(request.bodyBytes(), UTF_8).getBytes(UTF_16)),
            (request, dice) -> filled(request, nested(dice, "[", "]")),
            (request, dice) -> filled(request, nested(dice, "{\"offer\":", "}")),
            (request, dice) -> filled(request, number(dice)),
            (request, dice) -> filled(request, padded(request, dice)),
            (request, dice) -> filled(request, manyKeys(dice)));

    private BodyTwists() {}

    /// A request that has no body gets one.
    private static Request filled(Request request, byte[] body) {
        Request filled = request.withBody(body);
        return request.framing() == Request.Framing.NONE ? filled.framed(Request.Framing.LENGTH) : filled;
    }

    private static Request inserted(Request request, RandomGenerator dice, byte[] what) {
        byte[] body = request.bodyBytes();
        int at = dice.nextInt(body.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(body, 0, at);
        out.writeBytes(what);
        out.write(body, at, body.length - at);
        return filled(request, out.toByteArray());
    }

    private static Request cut(Request request, RandomGenerator dice) {
        return filled(request, Arrays.copyOf(request.bodyBytes(), dice.nextInt(request.bodyBytes().length + 1)));
    }

    private static byte[] noise(RandomGenerator dice) {
        byte[] noise = new byte[dice.nextInt(1, 400)];
        dice.nextBytes(noise);
        return noise;
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] nested(RandomGenerator dice, String open, String close) {
        int depth = 1 << dice.nextInt(1, 13);
        return (open.repeat(depth) + "1" + close.repeat(dice.nextInt(3) == 0 ? 0 : depth)).getBytes(UTF_8);
    }

    private static byte[] number(RandomGenerator dice) {
        String digits = "9".repeat(1 << dice.nextInt(1, 14));
        return ("{\"" + Words.pick(List.of("offer", "amount", "weeks", "limitPerMember"), dice) + "\":" + digits + "}")
                .getBytes(UTF_8);
    }

    /// Rarely so much that reading it is work.
    private static byte[] padded(Request request, RandomGenerator dice) {
        int most = dice.nextInt(50) == 0 ? 2_000_000 : 40_000;
        String body = new String(request.bodyBytes(), UTF_8);
        return (body + " ".repeat(dice.nextInt(most))).getBytes(UTF_8);
    }

    private static byte[] manyKeys(RandomGenerator dice) {
        StringBuilder keys = new StringBuilder("{");
        for (int i = dice.nextInt(1, 1_000); i > 0; i--) {
            keys.append("\"k").append(i).append("\":").append(i).append(i == 1 ? "" : ",");
        }
        return keys.append('}').toString().getBytes(UTF_8);
    }
}

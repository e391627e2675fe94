package dev.holdfast.supply.run;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a run was computed from, and what came out, each as one number to compare.
final class Hashes {
    private Hashes() {}

    /// @param agreeing the runs whose curves had a say in it
    static String ofInput(RunInput input, PlanWish wish, List<Integer> agreeing) {
        return hash(out -> {
            String words = input.plant().hash() + '\n' + input.plant().horizon() + '\n' + wish + '\n' + agreeing + '\n';
            out.write(words.getBytes(StandardCharsets.UTF_8));
            LinePack.write(out, input);
        });
    }

    /// Every order's week, what holds it there, and the week it is told.
    static String ofResult(Outcome outcome) {
        return hash(out -> {
            var numbers = new DataOutputStream(out);
            for (int order = 0; order < outcome.input().orders(); order++) {
                numbers.writeInt(outcome.plan().week()[order]);
                numbers.writeInt(outcome.plan().binding()[order]);
                numbers.writeInt(outcome.told()[order]);
            }
            numbers.flush();
        });
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static String hash(Writing writing) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var out = new BufferedOutputStream(
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16)) {
                writing.to(out);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but memory", impossible);
        }
    }
}

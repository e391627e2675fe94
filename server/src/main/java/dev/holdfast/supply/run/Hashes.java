package dev.holdfast.supply.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a run was computed from, and what came out, each as one number to compare.
final class Hashes {
    /// Orders hashed at a time, three numbers each.
    private static final int BLOCK = 4_096;

    private Hashes() {}

    /// @param line as [LinePack#plain] has it
    /// @param agreeing the runs whose curves had a say in it
    static String ofInput(RunInput input, byte[] line, PlanWish wish, List<Integer> agreeing) {
        String words = input.plant().hash() + '\n' + input.plant().horizon() + '\n' + wish + '\n' + agreeing + '\n';
        MessageDigest digest = sha256();
        digest.update(words.getBytes(StandardCharsets.UTF_8));
        digest.update(line);
        return text(digest);
    }

    /// Every order's week, what holds it there, and the week it is told.
    static String ofResult(Outcome outcome) {
        MessageDigest digest = sha256();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * 3 * Integer.BYTES);
        for (int order = 0; order < outcome.input().orders(); order++) {
            block.putInt(outcome.plan().week()[order]);
            block.putInt(outcome.plan().binding()[order]);
            block.putInt(outcome.told()[order]);
            if (!block.hasRemaining()) {
                digest.update(block.flip());
                block.clear();
            }
        }
        digest.update(block.flip());
        return text(digest);
    }

    static String of(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return text(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static String text(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}

package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.PlantAssembly.Assembled;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Names an input by its canonical bytes: the names in the engine's order, the weeks, and every number of the plant.
final class InputHash {
    private InputHash() {}

    /// @param there units by configuration; where there are none, the hash is the one of a plant that knows nothing of
    /// them
    static String of(
            Horizon horizon,
            List<String> configurations,
            List<Integer> deliveryWeeks,
            Assembled assembled,
            Map<String, Long> there) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            out.writeUTF(horizon.start().toString());
            writeNames(out, configurations);
            writeNames(out, assembled.components());
            writeNames(out, assembled.resources());
            for (int weeks : deliveryWeeks) {
                out.writeInt(weeks);
            }
            assembled.plant().writeTo(out);
            for (Map.Entry<String, Long> units : new TreeMap<>(there).entrySet()) {
                out.writeUTF(units.getKey());
                out.writeLong(units.getValue());
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written anywhere", impossible);
        }
    }

    private static void writeNames(DataOutputStream out, List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }
}

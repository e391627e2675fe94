package dev.holdfast.run;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks a backup and proves that it is whole: each file has the sum that the list has for it, none is missing and
/// none is too many.
final class Restoration {
    private static final int BUFFER = 1 << 16;

    private final Path backup;
    private final Path into;
    private final Map<String, String> sums = new TreeMap<>();
    private String list = "";

    /// @param into an empty folder
    Restoration(Path backup, Path into) {
        this.backup = backup;
        this.into = into;
    }

    void unpack() throws IOException {
        try (var tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(backup), BUFFER), BUFFER))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    folder(place(entry.getName()));
                } else if (entry.getName().equals(BackupFile.LIST)) {
                    list = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else {
                    file(entry.getName(), tar);
                }
            }
        } catch (ZipException | EOFException damage) {
            throw damaged("it cannot be read to its end", damage);
        }
        check();
    }

    private void file(String name, TarArchiveInputStream tar) throws IOException {
        var target = place(name);
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var sum = BackupFile.sha256();
        try (var out = Files.newOutputStream(target)) {
            new DigestInputStream(tar, sum).transferTo(out);
        }
        sums.put(name, HexFormat.of().formatHex(sum.digest()));
    }

    private Path place(String name) {
        var path = into.resolve(name).normalize();
        if (!path.startsWith(into)) {
            throw damaged("it names a path outside itself: " + name, null);
        }
        return path;
    }

    private static void folder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private CannotStart damaged(String how, @Nullable Throwable cause) {
        var sentence = "The backup " + backup + " is damaged (" + how + "): take another one. Nothing was restored.";
        return cause == null ? new CannotStart(sentence) : new CannotStart(sentence, cause);
    }

    private void check() {
        if (list.isEmpty()) {
            throw damaged("its end is missing", null);
        }
        var expected = new TreeMap<String, String>();
        list.lines().forEach(line -> {
            var parts = line.split("  ", 2);
            expected.put(parts[1], parts[0]);
        });
        if (!expected.equals(sums)) {
            expected.entrySet().removeAll(sums.entrySet());
            throw damaged("of its files, these are missing or changed: " + expected.keySet(), null);
        }
    }
}

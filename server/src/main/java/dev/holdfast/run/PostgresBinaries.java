package dev.holdfast.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The PostgreSQL programs, unpacked once per machine and shared by every data folder.
///
/// The folder carries the checksum of its archive in its name, so that a new version is a new folder and a running
/// server never has its files changed beneath it. It appears by one rename: there is no half-unpacked state to find.
record PostgresBinaries(Path folder) {
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// Finds the unpacked programs or unpacks them, preferably in `shared`, else in `fallback`.
    static PostgresBinaries unpacked(Path shared, Path fallback, Progress progress) throws IOException {
        var archive = archive();
        var name = versionedName(archive);
        if (Files.isDirectory(shared.resolve(name))) {
            return new PostgresBinaries(shared.resolve(name));
        }
        var parent = writable(shared) ? shared : fallback;
        var target = parent.resolve(name);
        if (!Files.isDirectory(target)) {
            progress.say("Unpacking PostgreSQL (once) to " + target);
            unpack(archive, target);
        }
        return new PostgresBinaries(target);
    }

    private static URL archive() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var resource = "postgres-" + os + "-" + arch + ".txz";
        var found = PostgresBinaries.class.getClassLoader().getResource(resource);
        if (found == null) {
            throw new CannotStart("This build holds no PostgreSQL for " + os + " " + arch + " (" + resource
                    + "): build on this machine, or name your own PostgreSQL 16 or newer in HOLDFAST_DB_URL.");
        }
        return found;
    }

    /// The jar's directory already holds size and checksum; reading 15 MB at every start would only repeat it.
    private static String versionedName(URL archive) throws IOException {
        var connection = (JarURLConnection) archive.openConnection();
        connection.setUseCaches(false);
        try (var _ = connection.getJarFile()) {
            var entry = connection.getJarEntry();
            return "%s-%08x-%x".formatted(entry.getName().replace(".txz", ""), entry.getCrc(), entry.getSize());
        }
    }

    private static boolean writable(Path folder) {
        try {
            openFolder(folder);
            return Files.isWritable(folder);
        } catch (IOException _) {
            return false;
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        var unfinished = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try (var raw = new BufferedInputStream(archive.openStream(), 1 << 16)) {
            unpack(raw, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.isDirectory(target)) {
                throw failure;
            }
            // Another start unpacked the same archive first; its folder is as good as ours.
        }
    }

    private static void unpack(InputStream raw, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
            openFolder(into);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("The archive of PostgreSQL names a path outside itself: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        openFolder(path.getParent());
        if (entry.isDirectory()) {
            openFolder(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (!entry.getName().endsWith(".a")) {
            Files.copy(tar, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /// PostgreSQL may run as another user than the one that unpacks, whatever the umask says. The archive does not
    /// name every folder.
    private static void openFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            openFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

package dev.holdfast.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The files of this repository as they lie on disk, found from wherever the tests were started.
public final class Repository {

    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "target", "data", "node_modules");

    private static final Set<String> READ = Set.of(
            "java",
            "sql",
            "md",
            "xml",
            "yaml",
            "yml",
            "properties",
            "json",
            "jte",
            "html",
            "css",
            "js",
            "sh",
            "svg",
            "csv",
            "txt",
            "mvnw",
            "holdfast",
            "NOTICE",
            "LICENSE");

    /// Texts of others that are kept as they came; our rules do not bind them.
    private static final Set<String> KEPT_AS_THEY_CAME = Set.of("mvnw", "mvnw.cmd", "LICENSE");

    private Repository() {}

    /// The folder that holds the Maven wrapper.
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder above %s holds mvnw. Maybe start the tests by ./holdfast test".formatted(here));
    }

    /// Every text file, sorted by path.
    public static List<Source> sources() {
        Path root = root();
        List<Source> sources = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (isRead(file)) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        sources.add(new Source(path, Files.readString(file, StandardCharsets.UTF_8)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        sources.sort(Comparator.comparing(Source::path));
        return sources;
    }

    private static boolean isOurs(Path folder) {
        return !NOT_OURS.contains(String.valueOf(folder.getFileName())) && !folder.endsWith("static/vendor");
    }

    private static boolean isRead(Path file) {
        String name = String.valueOf(file.getFileName());
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return READ.contains(kind) && !KEPT_AS_THEY_CAME.contains(name);
    }
}

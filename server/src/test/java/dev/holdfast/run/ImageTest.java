package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.guard.Repository;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The image that `./holdfast image` has made: its layers are laid over each other in a folder, as a container engine
/// would,
/// and what it starts is started from there.
class ImageTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path IMAGE = Repository.root().resolve("server/target/holdfast-image.tar");

    @TempDir
    private Path folder = Path.of("/nowhere");

    @Test
    void whatTheImageStartsServes() throws Exception {
        Assumptions.assumeTrue(Files.exists(IMAGE), "no image was made: ./holdfast image, or ./holdfast image scratch");
        // PostgreSQL may run as somebody else and has to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path parts = folder.resolve("parts");
        unpack(Files.newInputStream(IMAGE), parts);
        JsonNode manifest = JSON.readTree(parts.resolve("manifest.json")).get(0);
        Path root = folder.resolve("root");
        for (JsonNode layer : manifest.get("Layers")) {
            unpack(new GZIPInputStream(Files.newInputStream(parts.resolve(layer.asString()))), root);
        }
        JsonNode config =
                JSON.readTree(parts.resolve(manifest.get("Config").asString())).get("config");
        isSafe(config, root);
        hasBillOfMaterials(root);
        serves(config, root);
    }

    private static void isSafe(JsonNode config, Path root) throws IOException {
        assertThat(config.get("User").asString()).isEqualTo("1000");
        assertThat(config.at("/ExposedPorts").propertyNames()).containsExactly("8080/tcp");
        assertThat(config.at("/Volumes").propertyNames()).containsExactly("/data");
        assertThat(root.resolve("data")).isDirectory();
        try (var files = Files.walk(root)) {
            assertThat(files.map(Path::toString).filter(file -> file.matches(".*(/\\.git/|\\.secret|Test\\.class).*")))
                    .isEmpty();
        }
    }

    private static void hasBillOfMaterials(Path root) throws IOException {
        JsonNode bill = JSON.readTree(root.resolve("app/resources/META-INF/sbom/application.cdx.json"));
        Set<String> named = new TreeSet<>();
        bill.get("components")
                .forEach(one -> named.add(one.get("group").asString() + ":"
                        + one.get("name").asString() + ":" + one.get("version").asString()));
        var contained = new ClassPathResource("dependencies.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" | contained | "))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
        assertThat(contained).hasSizeGreaterThan(80);
        assertThat(named).containsAll(contained);
    }

    /// Its own command line, with this machine's Java and in this folder instead of `/`.
    private void serves(JsonNode config, Path root) throws Exception {
        List<String> command = new ArrayList<>();
        for (JsonNode word : config.get("Entrypoint")) {
            command.add(here(word.asString(), root));
        }
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (JsonNode word : config.get("Cmd")) {
            command.add(here(word.asString(), root));
        }
        command.addAll(List.of("--port", "0"));
        try (HoldfastProcess process = HoldfastProcess.of(new ProcessBuilder(command))) {
            assertThat(process.status()).isEqualTo(200);
            assertThat(process.stop()).contains("Stopping");
        }
    }

    private static String here(String word, Path root) throws IOException {
        if (word.startsWith("@")) {
            return Files.readString(root.resolve(word.substring(2))).replace("/app/", root + "/app/");
        }
        return word.startsWith("/") ? root + word : word;
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isFile()) {
                    Files.createDirectories(path.resolveSibling(""));
                    Files.write(path, tar.readAllBytes());
                }
            }
        }
    }
}

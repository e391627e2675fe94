package dev.holdfast.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// The files pages need, at addresses that change with their content, so that a browser may keep them for ever.
final class Assets {
    static final String FOLDER = "/assets/";
    private static final String OWN = "dev/holdfast/web/page/assets/";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("holdfast.css", OWN + "holdfast.css"),
            Map.entry("holdfast.js", OWN + "holdfast.js"),
            Map.entry("staff.css", OWN + "staff.css"),
            Map.entry("staff.js", OWN + "staff.js"),
            Map.entry("live.css", OWN + "live.css"),
            Map.entry("live.js", OWN + "live.js"),
            Map.entry("plan.css", OWN + "plan.css"),
            Map.entry("plan.js", OWN + "plan.js"),
            Map.entry("mark.svg", OWN + "mark.svg"),
            Map.entry("passkey.js", OWN + "passkey.js"),
            Map.entry("handover.js", OWN + "handover.js"),
            Map.entry("htmx.js", HTMX));

    private final Map<String, Asset> assets = FILES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> Asset.read(file.getValue())));

    /// @param version a part of the hash of the bytes
    record Asset(Body body, String version) {
        static Asset read(String file) {
            try {
                byte[] bytes = new ClassPathResource(file).getContentAsByteArray();
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Asset(Body.of(bytes), HexFormat.of().formatHex(hash, 0, 6));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }
    }

    /// The address of a file, for a template.
    String at(String name) {
        var asset = assets.get(name);
        if (asset == null) {
            throw new IllegalStateException("No page may ask for '" + name + "', which is not among " + FILES.keySet());
        }
        return FOLDER + asset.version() + "/" + name;
    }

    /// A file, whatever version is asked for: an older page may still ask for an older one.
    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }
}

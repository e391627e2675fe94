package dev.holdfast.guard;

import java.util.List;

/// One text file of the repository: its path from the root, with slashes, and what it says.
public record Source(String path, String text) {

    private static final String PRODUCT = "server/src/main/java/dev/holdfast/";

    /// A made-up class of the product, for planted breaches.
    static Source ofProduct(String place, String text) {
        return new Source(PRODUCT + place, text);
    }

    public List<String> lines() {
        return text.lines().toList();
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isOfProduct() {
        return path.startsWith("server/src/main/");
    }

    public boolean isMarkdown() {
        return path.endsWith(".md");
    }

    /// The module of a class of the product, or of one of its SQL files; empty when it belongs to none.
    String module() {
        String rest =
                afterAny(PRODUCT, "server/src/main/resources/db/migration/", "server/src/main/resources/db/schema/");
        int end = rest.indexOf('/');
        if (end >= 0) {
            return rest.substring(0, end);
        }
        // A part of a module's schema is named after both: `launch.settlement.sql`.
        return rest.endsWith(".sql") ? rest.substring(0, rest.indexOf('.')) : "";
    }

    private String afterAny(String... folders) {
        for (String folder : folders) {
            if (path.startsWith(folder)) {
                return path.substring(folder.length());
            }
        }
        return "";
    }
}

package dev.holdfast.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The two passwords of the embedded database, made at random at the first start and kept beside it.
///
/// The application enters as `holdfast`, which owns its database and nothing else; the administrator is used to make
/// that role and database, and never while serving.
record Credentials(String administratorPassword, String password) {
    static final String ADMINISTRATOR = "holdfast_administrator";
    static final String ROLE = "holdfast";
    private static final int PASSWORD_BYTES = 24;
    private static final String FILE = "database.properties";

    static Credentials keptIn(Path data) throws IOException {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            if (Files.isDirectory(data.resolve("postgres").resolve("cluster"))) {
                throw new CannotStart("The passwords of the database in " + data + " are gone (" + file
                        + " is missing): bring that file back from a backup, or choose another folder with --data.");
            }
            write(file, new Credentials(random(), random()));
        }
        return read(file);
    }

    private static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new Credentials(value(properties, "administrator", file), value(properties, "holdfast", file));
    }

    private static String value(Properties properties, String key, Path file) {
        var value = properties.getProperty(key);
        if (value == null) {
            throw new CannotStart("The file " + file + " holds no password for '" + key
                    + "': bring it back from a backup, or choose another folder with --data.");
        }
        return value;
    }

    private static void write(Path file, Credentials credentials) throws IOException {
        var properties = new Properties();
        properties.setProperty("administrator", credentials.administratorPassword());
        properties.setProperty("holdfast", credentials.password());
        var text = new StringWriter();
        properties.store(text, "Passwords of the embedded PostgreSQL. Keep private.");
        writePrivately(file, text.toString());
    }

    /// Writes a file that only its owner may read, whole or not at all, and on disk before it has its name.
    static void writePrivately(Path file, String text) throws IOException {
        var unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String random() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[]";
    }
}

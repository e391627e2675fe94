package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Repository;
import dev.holdfast.guard.Secrets;
import dev.holdfast.guard.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No file that git keeps holds a key, a token or a password; whatever is planted is found.
class SecretsTest {
    /// Published in a specification, made up for a test, or public by nature.
    private static final Set<String> NO_SECRETS = Set.of(
            // The example of Standard Webhooks, and "not the right key, but long" beside it.
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_bm90IHRoZSByaWdodCBrZXksIGJ1dCBsb25n",
            // "sandbox secret of the page tests"
            "c2FuZGJveCBzZWNyZXQgb2YgdGhlIHBhZ2UgdGVzdHM=");

    private static final int MANY = 800;

    @Test
    void no_file_holds_a_secret() throws Exception {
        var look = Secrets.look(tracked(), NO_SECRETS);
        assertTrue(look.judged() > MANY, () -> "too few files were found to believe it: " + look.judged());
        assertEquals("", String.join("\n", look.findings()));
    }

    /// Put together here, so that this file does not hold what it looks for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN EC PRIVATE~ KEY-----\nMHcCAQEEIIWmd2t6rjPZ7yN0Vq0i",
                "aws = AKIA~IOSFODNN7EXAMPLE",
                "key: sk_~live_4eC39HqLyjWDarjtT1zdp7dc",
                "ghp~_0123456789abcdefghijABCDEFGHIJ012345",
                "xoxb~-123456789012-abcdefghijklmnop",
                "AIza~SyA1234567890abcdefghijklmnopqrstuv",
                "Bearer eyJ~hbGciOiJIUzI1NiJ9.eyJ~zdWIiOiJvcGVyYXRvciJ9.dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1gFWFOEjXk",
                "whsec~_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "postgres:~//holdfast:k3Jx9wQz7pLm@db.example.com/holdfast",
                "HOLDFAST_JWT_SECRET=~Zk3vQ9xLw7TnB2cYd8RfGh5JmPsUaEoI",
                "db.password: \"~q8Rz1VnX5tKc3WbYd7JfLp2M\"",
                "String apiKey = \"~Qm9vYmFyQmF6UXV4MTIzNDU2Nzg5MHh5eg==\";"
            })
    void a_planted_secret_is_caught(String planted) {
        var file = new Source("docs/some.md", "one line\n" + planted.replace("~", "") + "\n");
        assertEquals(1, Secrets.look(List.of(file), NO_SECRETS).findings().size(), planted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOLDFAST_JWT_SECRET=a-secret-of-the-tests-32-bytes-long",
                "token: readTheTokenFromTheCookie",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
                "smtps://user:password@mail.example.com",
                "sha256 = 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void what_is_no_secret_passes(String text) {
        assertEquals(
                List.of(),
                Secrets.look(List.of(new Source("docs/some.md", text)), NO_SECRETS)
                        .findings());
    }

    /// As git has them; without git, all text files of the folder.
    private static List<Source> tracked() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(Repository.root().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            return Repository.sources();
        }
        List<Source> files = new ArrayList<>();
        for (String path : listed.split("\0", -1)) {
            var file = Repository.root().resolve(path);
            if (!path.isEmpty() && Files.isRegularFile(file) && !path.matches(".*\\.(png|jar|gz|ico|woff2?)")) {
                files.add(new Source(path, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }
}

package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    private Path data = Path.of("/nowhere");

    @Test
    void areMadeOnceAndKeptPrivately() throws Exception {
        var first = Keys.properties(data, Map.of(), true);
        assertThat(Keys.properties(data, Map.of(), true)).isEqualTo(first);
        assertThat(first.get("holdfast.jwt-secret")).hasSizeGreaterThanOrEqualTo(32);
        for (var file : new String[] {"jwt.secret", "sandbox-webhook.secret"}) {
            assertThat(Files.getPosixFilePermissions(data.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void outsideTheSampleWorldTheSandboxHasAKeyOnlyWhenOneIsGiven() throws Exception {
        assertThat(Keys.properties(data, Map.of(), false)).doesNotContainKey("holdfast.sandbox-webhook-secret");
        var given = Map.of("HOLDFAST_SANDBOX_WEBHOOK_SECRET", "whsec_" + "A".repeat(32));
        assertThat(Keys.properties(data, given, false))
                .containsEntry("holdfast.sandbox-webhook-secret", "whsec_" + "A".repeat(32));
    }

    @Test
    void ofTheOperatorAreRefusedWhenTooWeakAndNeverRepeated() {
        refused("HOLDFAST_JWT_SECRET", "only-31-bytes-long-as-you-see--", "31 bytes");
        refused("HOLDFAST_SANDBOX_WEBHOOK_SECRET", "whsec_c2hvcnQ=", "5 bytes");
        refused("HOLDFAST_SANDBOX_WEBHOOK_SECRET", "not base64", "not base64");
    }

    private void refused(String name, String value, String reason) {
        assertThatThrownBy(() -> Keys.properties(data, Map.of(name, value), false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }
}

package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.guard.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page on payments names the settings that are read, all of them and no others.
class PaymentsPageTest {

    private static final Set<String> OF_THE_SANDBOX_ALONE =
            Set.of("HOLDFAST_SANDBOX_MISCHIEF", "HOLDFAST_SANDBOX_SEED");

    @Test
    void thePageNamesEverySettingThatIsRead() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/payments.md"));
        Set<String> named = new TreeSet<>();
        Pattern.compile("HOLDFAST_[A-Z0-9_]+").matcher(page).results().forEach(found -> named.add(found.group()));
        named.removeAll(OF_THE_SANDBOX_ALONE);
        assertThat(named).containsExactlyInAnyOrderElementsOf(PaymentSettings.variables());
    }
}

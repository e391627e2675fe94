package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Receipts: they say what the order says, and whoever changes a letter is found out, with us or without.
@ExtendWith(RunningServer.Shared.class)
class ReceiptContractTest {
    private final RunningServer server;
    private final Opening opening;
    private final String id;
    private final String receipt;

    ReceiptContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,2", "max,2027-02-01,1");
        opening.held("bob", "pro");
        this.id = opening.placed("ann", "pro");
        opening.change("ann", id, "max").is(200);
        this.receipt = receipt("ann", id).is(200).text();
    }

    private Reply receipt(String member, String order) {
        return server.get("/api/v1/orders/" + order + "/receipt").by(member).send();
    }

    private Reply check(String text) {
        return server.post("/api/v1/receipts/check")
                .body("text/plain", text)
                .send()
                .is(200);
    }

    @Test
    void a_receipt_says_how_the_order_stands_and_not_whose_it_is() {
        Reply checked = check(receipt);
        Reply order = opening.order(id);
        assertEquals("genuine", checked.at("/verdict"));
        assertEquals(id, checked.at("/receipt/order"));
        assertEquals(opening.slug, checked.at("/receipt/launch"));
        for (String field : List.of("position", "offer", "state", "firstPromise")) {
            assertEquals(order.at("/" + field), checked.at("/receipt/" + field), field);
        }
        assertEquals(order.at("/promise"), checked.at("/receipt/currentPromise"));
        assertNotEquals(checked.at("/receipt/firstPromise"), checked.at("/receipt/currentPromise"));
        assertFalse(receipt.contains("ann"));
    }

    @Test
    void any_other_letter_is_found_out() {
        for (String line : receipt.lines().toList()) {
            int at = receipt.indexOf(line) + line.length() - 3;
            char other = receipt.charAt(at) == '1' ? '2' : '1';
            String altered = receipt.substring(0, at) + other + receipt.substring(at + 1);
            assertNotEquals("genuine", check(altered).at("/verdict"), line);
        }
        assertEquals(
                "altered", check(receipt.replace("position: ", "position: 1")).at("/verdict"));
    }

    @Test
    void ends_of_lines_may_change_on_the_way() {
        assertEquals(
                "genuine",
                check("\n" + receipt.replace("\n", "  \r\n") + "\n\n").at("/verdict"));
    }

    @Test
    void what_another_server_signed_is_named_as_such() {
        String other = receipt.replaceAll("key: .*", "key: 0123456789abcdef");
        assertEquals("unknown_key", check(other).at("/verdict"));
        assertEquals("no_receipt", check("anything").at("/verdict"));
        assertEquals("no_receipt", check(receipt + receipt).at("/verdict"));
    }

    @Test
    void only_the_owner_gets_one() {
        receipt("bob", id).refused(404, "unknown_order");
        server.get("/api/v1/orders/" + id + "/receipt").byOperator().send().is(200);
    }

    @Test
    void the_commands_of_the_manual_check_it_without_us(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("check.sh"), manual("sh"));
        Files.writeString(folder.resolve("check.java"), manual("java"));
        Files.writeString(
                folder.resolve("key.pem"),
                server.get("/api/v1/receipts/key").send().is(200).text());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> ours = List.of(java, "check.java", "receipt.txt", "key.pem");
        Files.writeString(folder.resolve("receipt.txt"), receipt);
        assertTrue(run(folder, List.of("sh", "check.sh")).contains("Verified Successfully"));
        assertEquals("genuine", run(folder, ours).strip());
        Files.writeString(folder.resolve("receipt.txt"), receipt.replace("position: ", "position: 1"));
        assertTrue(run(folder, List.of("sh", "check.sh")).contains("Failure"));
        assertEquals("ALTERED", run(folder, ours).strip());
    }

    /// The block of the manual in that language, as a reader would copy it.
    private static String manual(String language) throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/receipts.md"));
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(block.find(), "docs/receipts.md has no block of " + language);
        return block.group(1);
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

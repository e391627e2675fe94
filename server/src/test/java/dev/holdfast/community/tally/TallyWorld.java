package dev.holdfast.community.tally;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Wishes, their tallies, and the script that adds them again.
final class TallyWorld implements AutoCloseable {
    final WishWorld wishes;
    final Tallies tallies;
    final TallyClock clock;
    private final Path folder;

    TallyWorld(Path folder) {
        this(folder, new WishWorld());
    }

    TallyWorld(Path folder, WishWorld wishes) {
        this.folder = folder;
        this.wishes = wishes;
        this.tallies = TalliesOnPaper.tallies(wishes);
        this.clock = new TallyClock(tallies, wishes.journal, wishes.clock);
    }

    Tally publish(WishId wish) {
        return tallies.publish(wish, "operator").tally();
    }

    String evidence(Tally tally) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        tallies.exportEvidence(tally, file);
        return file.toString(StandardCharsets.US_ASCII);
    }

    String file(Tally tally) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        tallies.export(tally, file);
        return file.toString(StandardCharsets.US_ASCII);
    }

    /// What the interface says of it, in as much as the script reads it.
    static String json(Tally tally) {
        return """
            {"rule": "%s", "cutOff": {"position": %d, "at": "%s"}, "votes": %d, "withdrawals": %d, "total": %d,
             "checksum": "%s", "bytes": %d, "weighted": {"rule": "%s", "hundredths": %d, "evidence": %d,
             "checksum": "%s", "bytes": %d,
             "weights": {"points": {"newAccount": 40, "device": 50, "network": 20, "burst": 20}}}}""".formatted(
                        tally.rule(),
                        tally.position(),
                        tally.cutAt(),
                        tally.votes(),
                        tally.withdrawals(),
                        tally.total(),
                        tally.checksum(),
                        tally.bytes(),
                        Tally.BY_EVIDENCE,
                        tally.weighted().hundredths(),
                        tally.weighted().evidence(),
                        tally.weighted().checksum(),
                        tally.weighted().bytes());
    }

    /// What the independent script says.
    ///
    /// @param fits whether it has to
    /// @param options each with its file
    String verify(boolean fits, String json, String file, String... options) throws IOException, InterruptedException {
        Path script = Path.of("..", "docs", "verify-tally.py").toAbsolutePath();
        ProcessBuilder python =
                new ProcessBuilder("python3", script.toString(), kept("tally.json", json), kept("votes.csv", file));
        for (int i = 0; i < options.length; i += 2) {
            python.command().add(options[i]);
            python.command().add(kept(options[i] + ".csv", options[i + 1]));
        }
        Process running = python.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!running.waitFor(1, TimeUnit.MINUTES) || running.exitValue() != (fits ? 0 : 1)) {
            throw new AssertionError("It ended with " + running.exitValue() + ": " + said);
        }
        return said;
    }

    private String kept(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Override
    public void close() {
        wishes.close();
    }
}

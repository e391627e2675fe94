package dev.holdfast.bench.intake;

import dev.holdfast.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Puts what was measured into a page, between two marks that are there already, so that no figure is typed by hand.
final class Page {
    private static final String BEGIN = "<!-- intake: written by ./holdfast bench intake --page -->";
    /// A load above which the figures are of the machine's other work.
    private static final double BUSY = 1;
    private static final String END = "<!-- intake: end -->";

    private Page() {}

    /// @param name of the files below `bench/results`, without their endings
    static void put(Path page, String name, Measured measured, String table) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " lacks the marks " + BEGIN + " and " + END);
        }
        String figures = BEGIN + "\n\n" + circumstances(name, measured)
                + "\n![Orders a second by clients](../bench/results/" + name + ".svg)\n\n" + table + "\n";
        Files.writeString(page, text.substring(0, begin) + figures + text.substring(end));
    }

    private static String circumstances(String name, Measured measured) {
        Measured.Setting setting = measured.setting();
        Machine machine = measured.machine();
        String text = String.format(
                Locale.ROOT,
                """
                Taken %s on %d cores with %.1f GiB, JDK %s, PostgreSQL %s (fsync %s, synchronous_commit %s).
                Each figure is of %d s, after %d s of warm-up for each peer; %d in turns.
                Load of the machine before: %.1f.
                Raw figures: [%s.json](../bench/results/%s.json).
                """,
                measured.at(),
                machine.cpus(),
                machine.memoryGiB(),
                machine.jdk(),
                machine.postgres(),
                machine.fsync(),
                machine.synchronousCommit(),
                setting.seconds(),
                setting.warmUpSeconds(),
                setting.runs(),
                measured.loadBefore(),
                name,
                name);
        return measured.loadBefore() > BUSY
                ? text + "\n**A smoke run on a busy machine: it shows that all of it works, not how fast.**\n"
                : text;
    }
}

package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.input.Bills;
import dev.holdfast.supply.plan.input.CapacityRows;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Mondays;
import dev.holdfast.supply.plan.input.Row;
import dev.holdfast.supply.plan.input.SupplyRows;
import dev.holdfast.supply.plan.input.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A folder of planning files, read whole: either everything is in order or every fault is listed.
final class PlanningFolder {
    private final Path folder;
    private final Faults faults;
    private final MessageDigest digest;

    private final LineRows line = new LineRows();
    private final SupplyRows supply = new SupplyRows();
    private final CapacityRows capacity = new CapacityRows();

    PlanningFolder(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /// The input, or null when `faults` says why there is none.
    @Nullable
    PlanInput read(Options options, ProgressBar progress) throws IOException {
        progress.step("supply.csv");
        boolean readable = read(PlanningFile.SUPPLY, supply::add);
        progress.step("bom.csv");
        var bills = Bills.strict(PlanningFile.BOM.label, supply.components(), faults);
        readable &= read(PlanningFile.BOM, bills::add);
        progress.step("capacity.csv, routing.csv");
        readable &= read(PlanningFile.CAPACITY, capacity::addRoom);
        readable &= read(PlanningFile.ROUTING, capacity::addRoute);
        progress.step("line.csv");
        readable &= read(PlanningFile.LINE, line::add);
        line.sort(faults);
        progress.step("bills");
        var assembly = new Assembly(line, supply, capacity, options);
        if (bills.checkCycles() && readable) {
            assembly.explode(bills, faults);
        }
        return faults.isEmpty() ? assembly.input() : null;
    }

    /// Reads one file; false when it is missing or no table, and what builds on it would only add to the noise.
    private boolean read(PlanningFile file, Consumer<Row> each) throws IOException {
        Path path = folder.resolve(file.label);
        boolean isThere = Files.isRegularFile(path);
        if (!isThere && file.isNeeded) {
            faults.add(file.label, 1, "file", path.toString(), "does not exist");
            return false;
        }
        byte[] bytes = isThere ? Files.readAllBytes(path) : new byte[0];
        digest.update((file.label + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return !isThere || new Table(file.sheet(), faults).read(bytes, each);
    }

    /// Names the input: the bytes of every file and the options as they were understood. Ask once, after reading.
    String hash(Options options, int start) {
        String asked = "rule " + options.rule().label()
                + " start " + Mondays.date(start)
                + " weeks " + options.weeks()
                + " frozen " + options.frozenWeeks()
                + "\n";
        return "sha256:" + HexFormat.of().formatHex(digest.digest(asked.getBytes(StandardCharsets.UTF_8)));
    }
}

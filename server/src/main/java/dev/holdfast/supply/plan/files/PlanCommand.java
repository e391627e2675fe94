package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Rule;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Mondays;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `holdfast plan`: planning files in, promises, a report and a picture out. Needs no server and no database.
@Command(
        name = "plan",
        description = "Plans from a folder of CSV files: line.csv, bom.csv, supply.csv, capacity.csv, routing.csv.",
        mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
    private static final int REFUSED = CommandLine.ExitCode.USAGE;
    private static final int STEPS = 10;
    private static final int MAX_NOTES = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "the folder with the planning files")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where the plan is written; made if absent")
    private Path out = Path.of("");

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "line",
            converter = RuleLabel.class,
            completionCandidates = RuleLabels.class,
            description = "one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private Rule rule = Rule.LINE;

    @Option(
            names = "--start",
            paramLabel = "MONDAY",
            converter = MondayLabel.class,
            description = "the first build week; default: the first week in supply.csv")
    private @Nullable Integer start;

    @Option(names = "--weeks", defaultValue = "104", description = "how many weeks to plan; default ${DEFAULT-VALUE}")
    private int weeks = 104;

    @Option(
            names = "--frozen",
            paramLabel = "WEEKS",
            description = "orders promised up to this many weeks after the start are frozen; default: none by date")
    private @Nullable Integer frozenWeeks;

    @Override
    public Integer call() throws IOException {
        long began = System.nanoTime();
        CommandLine commandLine = spec().commandLine();
        checkOptions(commandLine);
        var options = new Options(rule, start, weeks, frozenWeeks);
        boolean isWatched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        var progress = new ProgressBar(commandLine.getErr(), isWatched, STEPS);
        var faults = new Faults();
        var folder = new PlanningFolder(in, faults);
        PlanInput input = folder.read(options, progress);
        if (input == null) {
            progress.end();
            faults.lines(PlanningFile::rank).forEach(commandLine.getErr()::println);
            return REFUSED;
        }
        progress.step("plan");
        Plan plan = rule.plan(input.plant(), input.line());
        progress.step("figures");
        Figures figures = Figures.of(rule, input.plant(), input.line(), plan);
        progress.step("bound");
        LatenessBound bound =
                LatenessBound.of(input.plant(), input.line(), figures.totalLatenessWeeks(), LatenessBound.ITERATIONS);
        progress.step("promises");
        Files.createDirectories(out);
        new PromisesFile(input).write(out, plan);
        new PictureFile(input).write(out, plan);
        double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
        var outcome = new ReportFile.Outcome(plan, figures, bound, seconds, folder.hash(options, input.start()));
        new ReportFile(input, options).write(out, outcome);
        progress.end();
        tellNotes(commandLine, input.notes());
        commandLine.getOut().println(summary(figures, seconds));
        return CommandLine.ExitCode.OK;
    }

    private static void tellNotes(CommandLine commandLine, List<String> notes) {
        notes.stream().limit(MAX_NOTES).forEach(commandLine.getErr()::println);
        if (notes.size() > MAX_NOTES) {
            commandLine.getErr().println("... and " + (notes.size() - MAX_NOTES) + " more in " + ReportFile.NAME);
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("The command line gives a command its specification before it calls it");
        }
        return spec;
    }

    private void checkOptions(CommandLine commandLine) {
        if (!Files.isDirectory(in)) {
            throw new ParameterException(commandLine, "--in: " + in + ": is not a folder");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(commandLine, "--out: " + out + ": is not a folder");
        }
        if (weeks < 1 || weeks > Plant.MAX_WEEKS) {
            throw new ParameterException(
                    commandLine, "--weeks: " + weeks + ": must be a whole number from 1 to " + Plant.MAX_WEEKS);
        }
        if (frozenWeeks != null && (frozenWeeks < 0 || frozenWeeks > Plant.MAX_WEEKS)) {
            throw new ParameterException(
                    commandLine, "--frozen: " + frozenWeeks + ": must be a whole number from 0 to " + Plant.MAX_WEEKS);
        }
    }

    private String summary(Figures figures, double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d orders planned in %.1f s by %s: %,d beyond the horizon, %,d promises broken. See %s.",
                figures.orders(),
                seconds,
                rule.label(),
                figures.beyondHorizon(),
                figures.promisesBroken(),
                out.resolve(ReportFile.NAME));
    }

    /// Rules by the names that planners write.
    static final class RuleLabel implements CommandLine.ITypeConverter<Rule> {
        @Override
        public Rule convert(String value) {
            return Arrays.stream(Rule.values())
                    .filter(one -> one.label().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            value + ": must be one of " + String.join(", ", RuleLabels.ALL)));
        }
    }

    static final class RuleLabels implements Iterable<String> {
        static final List<String> ALL =
                Arrays.stream(Rule.values()).map(Rule::label).toList();

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }

    /// A Monday by its date.
    static final class MondayLabel implements CommandLine.ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            int number = Mondays.number(value);
            if (number == Mondays.NO_DATE) {
                throw new CommandLine.TypeConversionException(value + ": must be a date like 2027-08-02");
            }
            if (number == Mondays.NO_MONDAY) {
                throw new CommandLine.TypeConversionException(
                        value + ": must be a Monday, and is a " + Mondays.dayOf(value));
            }
            return number;
        }
    }
}

package dev.holdfast.run;

import dev.holdfast.launch.draw.VerifyDrawCommand;
import dev.holdfast.supply.plan.files.PlanCommand;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// What `holdfast` understands at the terminal. A refusal is one sentence on the error stream and a non-zero status.
@Command(
        name = "holdfast",
        description = "Runs a product launch as one closed loop whose promises hold.",
        mixinStandardHelpOptions = true,
        version = "Holdfast 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineFace implements Runnable {
    private static final int REFUSED = 1;
    private static final int HELP_WIDTH = 110;

    private final CommandLine commands;

    private CommandLineFace(Class<?> application, Map<String, String> environment) {
        commands = new CommandLine(this);
        commands.addSubcommand(new RunCommand(application, environment));
        commands.addSubcommand(new PlanCommand());
        commands.addSubcommand(new VerifyDrawCommand());
        commands.addSubcommand(new SignInCommand(environment));
        commands.addSubcommand(new BackupCommand(environment));
        commands.addSubcommand(new RestoreCommand());
        commands.addSubcommand(new TrainCommand(application));
        commands.setUsageHelpWidth(HELP_WIDTH);
        commands.setExecutionExceptionHandler((failure, line, _) -> refuse(failure, line.getErr()));
        commands.setParameterExceptionHandler((failure, _) -> misuse(failure));
    }

    /// Runs the command and returns the exit status.
    public static int execute(Class<?> application, String[] arguments) {
        var line = new CommandLineFace(application, System.getenv());
        return line.commands.execute(arguments);
    }

    /// The same with another environment and error stream.
    static int execute(Class<?> application, Map<String, String> environment, PrintWriter err, String... arguments) {
        var line = new CommandLineFace(application, environment);
        line.commands.setErr(err);
        return line.commands.execute(arguments);
    }

    @Override
    public void run() {
        commands.usage(System.out);
    }

    private static int refuse(Exception failure, PrintWriter err) {
        err.println("holdfast: " + Sentence.of(failure));
        if (System.getenv("HOLDFAST_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return REFUSED;
    }

    private static int misuse(ParameterException failure) {
        var command = failure.getCommandLine();
        command.getErr()
                .println("holdfast: " + failure.getMessage() + ". See: "
                        + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}

package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Plan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes `promises.csv`: every order in position order with its build week and what held it there.
final class PromisesFile {
    static final String NAME = "promises.csv";
    private static final int BUFFER = 1 << 20;

    private final PlanInput input;

    PromisesFile(PlanInput input) {
        this.input = input;
    }

    void write(Path folder, Plan plan) throws IOException {
        String[] configurations =
                input.configurations().stream().map(PromisesFile::quoted).toArray(String[]::new);
        var weeks = new String[input.plant().beyond() + 1];
        for (int week = 1; week < weeks.length; week++) {
            weeks[week] = input.weekName(week);
        }
        var bindings =
                new String[1 + input.components().size() + input.resources().size()];
        for (int binding = 0; binding < bindings.length; binding++) {
            bindings[binding] = quoted(input.bindingName(binding - 1));
        }
        try (var opened = Files.newBufferedWriter(folder.resolve(NAME));
                var out = new BufferedWriter(opened, BUFFER)) {
            out.write("position,configuration,week,binding\n");
            for (int order = 0; order < input.position().length; order++) {
                out.write(Long.toString(input.position()[order]));
                out.write(',');
                out.write(configurations[input.line().configuration()[order]]);
                out.write(',');
                out.write(weeks[plan.week()[order]]);
                out.write(',');
                out.write(bindings[plan.binding()[order] + 1]);
                out.write('\n');
            }
        }
    }

    static String quoted(String value) {
        boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}

package dev.holdfast.supply.master;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.plan.input.Fault;
import dev.holdfast.supply.plan.input.Faults;
import java.util.List;

/// Says what is wrong with rows that were sent, by line and column of a file or by path of a document.
public final class Refused {
    static final int MAX_FAULTS = 100;

    private Refused() {}

    static Problem file(Faults faults, MasterRows rows) {
        List<Problem.Fault> told = told(faults, rows, "");
        return new Problem(Problem.Kind.INVALID, "invalid_master_data", detail(faults, told), told);
    }

    static Problem news(Faults faults, MasterRows rows) {
        List<Problem.Fault> told = told(faults, rows, "events");
        return new Problem(Problem.Kind.INVALID, "invalid_supply_event", detail(faults, told), told);
    }

    /// What is wrong in a sentence, for whoever names the problem.
    public static String detail(Faults faults, List<Problem.Fault> told) {
        Problem.Fault first = told.getFirst();
        String where = first.line() > 0 ? "line " + first.line() + ", " + first.where() : first.where();
        return "There are " + faults.count() + " faults, so nothing was changed. The first: " + where + " '"
                + first.value() + "' " + first.reason() + ". Mend them and send all of it again.";
    }

    /// The first of them in words of the rows.
    public static List<Problem.Fault> told(Faults faults, MasterRows rows, String path) {
        return faults.listed(_ -> 0).stream()
                .limit(MAX_FAULTS)
                .map(fault -> told(fault, rows, path))
                .toList();
    }

    /// @param path of the array in a document; empty when the array is the document
    private static Problem.Fault told(Fault fault, MasterRows rows, String path) {
        return switch (rows) {
            case MasterRows.Csv _ -> new Problem.Fault(fault.line(), fault.column(), fault.value(), fault.reason());
            case MasterRows.Objects _ ->
                new Problem.Fault(
                        path + "[" + (fault.line() - 1) + "]." + fault.column(), fault.value(), fault.reason());
        };
    }
}

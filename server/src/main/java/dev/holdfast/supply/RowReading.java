package dev.holdfast.supply;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.master.FileReading;
import dev.holdfast.supply.master.Refused;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Row;
import dev.holdfast.supply.plan.input.Sheet;
import java.util.List;
import java.util.function.Consumer;

/// Tables that others than planners send, read as master data is: every fault by line and column, and the
/// same limits.
public final class RowReading {
    private final Sheet sheet;
    private final MasterRows rows;
    private final Faults faults = new Faults();

    /// @param label what the table is called in faults
    /// @param needed columns, separated by commas as in a header
    /// @param optional the same; empty for none
    public RowReading(String label, String needed, String optional, MasterRows rows) {
        this.sheet = Sheet.of(label, needed, optional);
        this.rows = rows;
    }

    /// One row.
    public static final class Given {
        private final Row row;

        private Given(Row row) {
            this.row = row;
        }

        public long line() {
            return row.line();
        }

        /// As it stands; empty when there is no such column.
        public String text(String column) {
            return row.text(column);
        }

        /// Anything but nothing, and without blanks around it.
        public String name(String column) {
            return row.name(column);
        }

        public long whole(String column, long least, long most) {
            return row.whole(column, least, most);
        }

        /// Empty is false.
        public boolean flag(String column) {
            return row.flag(column);
        }

        public void refuse(String column, String reason) {
            row.refuse(column, row.text(column), reason);
        }

        /// Whether nothing was refused of it so far.
        public boolean isGood() {
            return row.isGood();
        }
    }

    /// Calls `each` for every row that has as many fields as the header.
    public void each(Consumer<Given> each) {
        new FileReading(sheet, faults).read(rows, row -> each.accept(new Given(row)));
    }

    /// A fault of a row that was read before: found when all of them were known.
    public void refuse(long line, String column, String value, String reason) {
        faults.add(sheet.label(), line, column, value, reason);
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /// The first 100, by line.
    public List<Problem.Fault> faults() {
        return Refused.told(faults, rows, "");
    }

    /// What is wrong, in a sentence.
    public String detail() {
        return Refused.detail(faults, faults());
    }
}

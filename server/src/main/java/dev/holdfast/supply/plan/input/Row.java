package dev.holdfast.supply.plan.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The row under the reader's finger. A value that cannot be is a fault, and [#isGood] turns false.
public final class Row {
    /// Stands for an empty optional week.
    public static final int NO_WEEK = Integer.MIN_VALUE;

    private final Sheet sheet;
    private final Faults faults;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> weeks = new HashMap<>();

    private List<String> fields = List.of();
    private long line;
    private boolean isGood;

    public Row(Sheet sheet, Faults faults, List<String> header) {
        this.sheet = sheet;
        this.faults = faults;
        for (int column = 0; column < header.size(); column++) {
            columns.put(header.get(column), column);
        }
    }

    /// Puts the finger on the next row, whose fields stand as the header's names do.
    public Row at(List<String> next, long lineOfFile) {
        fields = next;
        line = lineOfFile;
        isGood = true;
        return this;
    }

    public boolean isGood() {
        return isGood;
    }

    public long line() {
        return line;
    }

    /// The value as it stands, empty when the file has no such column.
    public String text(String column) {
        Integer at = columns.get(column);
        return at == null ? "" : fields.get(at);
    }

    /// A name: anything but nothing, and without blanks around it that nobody can see.
    public String name(String column) {
        String value = text(column);
        if (value.isBlank()) {
            refuse(column, value, "must not be empty");
        } else if (!value.equals(value.strip())) {
            refuse(column, value, "has blanks around it");
        }
        return value;
    }

    public long whole(String column, long least, long most) {
        String value = text(column);
        long number = digits(value);
        if (number < 0) {
            refuse(column, value, "must be a whole number from " + least + " to " + most);
            return least;
        }
        if (number < least || number > most) {
            refuse(column, value, "must be from " + least + " to " + most);
            return least;
        }
        return number;
    }

    /// The number that plain digits say, or -1 for anything else; nineteen digits and more are no number here.
    private static long digits(String value) {
        if (value.isEmpty() || value.length() > 18) {
            return -1;
        }
        long number = 0;
        for (int at = 0; at < value.length(); at++) {
            int digit = value.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /// The week of a Monday, as a number of [Mondays].
    public int week(String column) {
        String value = text(column);
        Integer known = weeks.get(value);
        if (known == null) {
            known = Mondays.number(value);
            weeks.put(value, known);
        }
        if (known == Mondays.NO_DATE) {
            refuse(column, value, "must be a date like 2027-08-02");
        } else if (known == Mondays.NO_MONDAY) {
            refuse(column, value, "must be a Monday, and is a " + Mondays.dayOf(value));
        }
        return known;
    }

    public int optionalWeek(String column) {
        return text(column).isEmpty() ? NO_WEEK : week(column);
    }

    public boolean flag(String column) {
        String value = text(column);
        boolean isTrue = value.equalsIgnoreCase("true");
        if (!isTrue && !value.isEmpty() && !value.equalsIgnoreCase("false")) {
            refuse(column, value, "must be true or false");
        }
        return isTrue;
    }

    public void refuse(String column, String value, String reason) {
        isGood = false;
        faults.add(sheet.label(), line, column, value, reason);
    }
}

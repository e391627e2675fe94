package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of what reports may be about: a short list, or owners would not know which to choose.
public final class Subjects {
    public static final int MAX_FILE_BYTES = 64 * 1024;

    static final int MAX_SUBJECTS = 20;

    private static final int MAX_NAME = 200;
    private static final int MAX_HOURS = 30 * 24;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final SubjectStore store;
    private final Members members;
    private final TransactionTemplate transactions;

    Subjects(SubjectStore store, Members members, TransactionTemplate transactions) {
        this.store = store;
        this.members = members;
        this.transactions = transactions;
    }

    public List<Subject> all() {
        return store.open();
    }

    /// Puts a whole list in the place of the one before; tickets keep what they were about.
    ///
    /// @throws Problem INVALID with every fault (the first 100), and nothing changed
    public List<Subject> put(MasterRows rows, String operator) {
        RowReading reading = new RowReading("subjects", "subject,nameEn,nameZh,answerHours", "", rows);
        Map<String, Subject> subjects = read(reading);
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_subjects", reading.detail(), reading.faults());
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            store.put(subjects.values());
            members.audit(operator, "put_subjects", "service", subjects.size() + " subjects");
            return store.open();
        }));
    }

    private static Map<String, Subject> read(RowReading reading) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        reading.each(row -> {
            String id = row.name("subject");
            if (!ID.matcher(id).matches()) {
                row.refuse("subject", "must be of at most 40 small letters, digits and hyphens");
            } else if (subjects.containsKey(id)) {
                row.refuse("subject", "stands twice in the list");
            } else if (subjects.size() == MAX_SUBJECTS) {
                row.refuse("subject", "is one too many: there may be " + MAX_SUBJECTS);
            }
            Map<String, String> name = Map.of("en", row.name("nameEn"), "zh", row.name("nameZh"));
            if (name.values().stream().anyMatch(one -> one.length() > MAX_NAME)) {
                row.refuse("nameEn", "must be, as nameZh, of at most " + MAX_NAME + " characters");
            }
            Subject subject = new Subject(id, name, (int) row.whole("answerHours", 1, MAX_HOURS));
            if (row.isGood()) {
                subjects.put(id, subject);
            }
        });
        return subjects;
    }
}

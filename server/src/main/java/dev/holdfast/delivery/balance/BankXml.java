package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.BankFile.Came;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A bank's statement as ISO 20022 has it: camt.053, in any of its versions, as they name the same things
/// alike.
///
/// Read as a stream, without document types and what they can bring along, and with bounds on all of it: a
/// statement comes from an operator's disk, and whoever wrote it is not known. What goes out, what is only
/// announced and what is the return of something are none of a balance's business and left out.
final class BankXml {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_VALUE = 2_000;
    private static final int ISO_DATE = 10;
    private static final String NOTHING = "";
    private static final Set<String> AMOUNTS = Set.of("Ntry", "TxDtls", "TxAmt");

    private final XMLStreamReader reader;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Came> lines = new ArrayList<>();
    private Map<String, String> entry = new HashMap<>();
    private Map<String, String> part = new HashMap<>();
    private final List<Map<String, String>> parts = new ArrayList<>();
    private String account = NOTHING;

    private BankXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /// @throws Problem INVALID when it is no such statement, or a line of it cannot be read
    static BankFile read(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            BankXml xml = new BankXml(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
            xml.readAll();
            return new BankFile(xml.lines);
        } catch (XMLStreamException broken) {
            long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw refused(line, "is no XML that can be read");
        }
    }

    private static Problem refused(long line, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_statement",
                "The statement " + reason + ".",
                List.of(new Fault(line, "statement", null, reason)));
    }

    private Problem refused(String reason) {
        return refused(reader.getLocation().getLineNumber(), reason);
    }

    private void readAll() throws XMLStreamException {
        boolean statement = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("declares a document type, which a statement does not need");
                case XMLStreamConstants.START_ELEMENT -> {
                    statement |= reader.getLocalName().equals("BkToCstmrStmt");
                    open();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> close();
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        if (!statement) {
            throw refused("is no camt.053: it has no BkToCstmrStmt");
        }
    }

    private void open() {
        if (path.size() == MAX_DEPTH) {
            throw refused("is nested deeper than " + MAX_DEPTH);
        }
        String name = reader.getLocalName();
        currency(name);
        path.addLast(name);
        switch (name) {
            case "Stmt" -> account = NOTHING;
            case "Ntry" -> {
                entry = new HashMap<>();
                parts.clear();
            }
            case "TxDtls" -> part = new HashMap<>();
            default -> {
                // Its text says what counts.
            }
        }
    }

    /// The one attribute that counts: of what arrived, and not of what was instructed elsewhere.
    private void currency(String name) {
        String currency = reader.getAttributeValue(null, "Ccy");
        if (currency != null && name.equals("Amt") && AMOUNTS.contains(String.valueOf(path.peekLast()))) {
            keep("Ccy", currency);
        }
    }

    private void text(String text) {
        if (path.isEmpty() || text.isBlank()) {
            return;
        }
        String inside = String.join("/", path);
        if (inside.length() > MAX_VALUE || text.length() > MAX_VALUE) {
            throw refused("has a value of more than " + MAX_VALUE + " characters");
        }
        if (account.isEmpty() && inside.contains("/Stmt/Acct/Id/")) {
            account = text.strip();
        }
        if (path.contains("Ntry")) {
            keep(inside.substring(inside.indexOf("Ntry")), text.strip());
        }
    }

    /// Remittance comes in several pieces; of all else the first word counts.
    private void keep(String where, String value) {
        String name = where.replaceFirst("^Ntry/NtryDtls/TxDtls/", "").replaceFirst("^Ntry/", "");
        Map<String, String> into = path.contains("TxDtls") ? part : entry;
        if (name.startsWith("RmtInf/")) {
            into.merge("text", value, (one, other) -> one + " " + other);
        } else {
            into.putIfAbsent(name, value);
        }
    }

    private void close() {
        String name = path.removeLast();
        if (name.equals("TxDtls")) {
            parts.add(part);
            part = new HashMap<>();
        } else if (name.equals("Ntry")) {
            entry();
        }
    }

    private void entry() {
        String status = entry.getOrDefault("Sts", entry.getOrDefault("Sts/Cd", NOTHING));
        boolean came = "CRDT".equals(entry.get("CdtDbtInd")) && !"true".equals(entry.get("RvslInd"));
        if (!came || !status.equals("BOOK")) {
            return;
        }
        Money whole = money(entry, null);
        if (parts.size() <= 1 || !addsUp(whole)) {
            Map<String, String> all = new HashMap<>();
            parts.forEach(one -> one.forEach((key, value) ->
                    all.merge(key, value, (before, more) -> key.equals("text") ? before + " " + more : before)));
            add(all, whole, NOTHING);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            add(parts.get(i), money(parts.get(i), whole.currency()), "#" + (i + 1));
        }
    }

    private boolean addsUp(Money whole) {
        long sum = 0;
        for (Map<String, String> one : parts) {
            if (!one.containsKey("Amt") && !one.containsKey("AmtDtls/TxAmt/Amt")) {
                return false;
            }
            sum += money(one, whole.currency()).amount();
        }
        return sum == whole.amount();
    }

    private Money money(Map<String, String> from, @Nullable String otherwise) {
        String amount = from.getOrDefault("Amt", from.getOrDefault("AmtDtls/TxAmt/Amt", NOTHING));
        String currency = from.getOrDefault("Ccy", otherwise == null ? NOTHING : otherwise);
        try {
            return BankFile.money(amount, currency);
        } catch (IllegalArgumentException | ArithmeticException | IllegalStateException unreadable) {
            throw refused("has an amount '" + Words.shortened(amount) + "' that is none of currency '"
                    + Words.shortened(currency) + "'");
        }
    }

    private void add(Map<String, String> said, Money amount, String suffix) {
        if (lines.size() == BankFile.MAX_LINES) {
            throw refused("has more than " + BankFile.MAX_LINES + " lines");
        }
        if (amount.amount() > 0) {
            String own = said.getOrDefault("Refs/AcctSvcrRef", NOTHING);
            String ofEntry = entry.getOrDefault("AcctSvcrRef", NOTHING);
            lines.add(new Came(
                    account,
                    own.isEmpty() ? ofEntry.isEmpty() ? NOTHING : ofEntry + suffix : own,
                    date(),
                    amount,
                    first(said, "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm"),
                    first(said, "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id"),
                    said.getOrDefault("text", entry.getOrDefault("AddtlNtryInf", NOTHING))));
        }
    }

    private static String first(Map<String, String> said, String one, String other) {
        return said.getOrDefault(one, said.getOrDefault(other, NOTHING));
    }

    private LocalDate date() {
        String text = first(entry, "BookgDt/Dt", "BookgDt/DtTm");
        try {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), ISO_DATE)));
        } catch (DateTimeException unreadable) {
            throw refused("has a booking date '" + Words.shortened(text) + "'");
        }
    }
}

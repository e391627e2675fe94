package dev.holdfast.delivery.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.delivery.balance.BankFile.Came;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Statements as banks send them, and as somebody sends them who means harm.
class StatementReadingTest {
    private static final String ENTRY = """
            <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts>%s</Sts>
              <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef>
              <NtryDtls>%s</NtryDtls></Ntry>
            """;

    private static final String PART = """
            <TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs>%s
              <RltdPties><Dbtr><Nm>A. Payer</Nm></Dbtr><DbtrAcct><Id><IBAN>DE99</IBAN></Id></DbtrAcct></RltdPties>
              <RmtInf><Ustrd>car</Ustrd><Strd><CdtrRefInf><Ref>RF56HF0000000001</Ref></CdtrRefInf></Strd></RmtInf>
            </TxDtls>
            """;

    @Test
    void what_came_is_read_with_who_paid_and_what_they_wrote() {
        Came line = read(entry("1234.50", "CRDT", PART.formatted(""))).lines().getFirst();
        assertThat(line)
                .isEqualTo(new Came(
                        "DE02",
                        "B-1",
                        LocalDate.parse("2026-11-20"),
                        new Money(123_450, "CNY"),
                        "A. Payer",
                        "DE99",
                        "car RF56HF0000000001"));
    }

    @Test
    void what_went_out_was_turned_back_or_is_only_announced_is_left_out() {
        assertThat(read(entry("1.00", "DBIT", "")).lines()).isEmpty();
        assertThat(read(ENTRY.formatted("1.00", "CRDT", "<RvslInd>true</RvslInd>", "BOOK", ""))
                        .lines())
                .isEmpty();
        assertThat(read(ENTRY.formatted("1.00", "CRDT", "", "PDNG", "")).lines())
                .isEmpty();
    }

    @Test
    void an_entry_of_several_payments_is_several_lines_if_they_add_up() {
        String one = PART.formatted("<Amt Ccy=\"CNY\">1.00</Amt>");
        String two = PART.formatted("<AmtDtls><TxAmt><Amt Ccy=\"CNY\">2.00</Amt></TxAmt></AmtDtls>");
        assertThat(read(entry("3.00", "CRDT", one + two)).lines())
                .extracting(came -> came.amount().amount())
                .containsExactly(100L, 200L);
        assertThat(read(entry("4.00", "CRDT", one + two)).lines())
                .extracting(came -> came.amount().amount())
                .containsExactly(400L);
    }

    @Test
    void no_document_type_is_read_and_nothing_is_fetched() {
        for (String harm : new String[] {
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + document("&x;"),
            "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]>" + document("&z;"),
            "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a\">" + document(""),
            document("<a>".repeat(60) + "</a>".repeat(60)),
            document(entry("1.005", "CRDT", "")),
            document(entry("-1", "CRDT", "")),
            "<Document/>",
            "no XML at all",
        }) {
            Problem refused =
                    catchThrowableOfType(Problem.class, () -> BankXml.read(harm.getBytes(StandardCharsets.UTF_8)));
            assertThat(refused).as(harm).isNotNull();
            assertThat(refused.code()).isEqualTo("invalid_statement");
        }
    }

    @Test
    void a_table_tells_every_bad_row_by_its_line() {
        String file = """
                account,date,amount,currency,text
                DE02,2026-11-20,1.00,CNY,good
                DE02,yesterday,1.00,CNY,bad
                DE02,2026-11-20,1.001,CNY,bad
                DE02,2026-11-20,1.00,money,bad
                """;
        Problem refused =
                catchThrowableOfType(Problem.class, () -> BankCsv.read(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.faults()).extracting(Problem.Fault::line).containsExactly(3L, 4L, 5L);
    }

    private static String entry(String amount, String direction, String parts) {
        return ENTRY.formatted(amount, direction, "", "BOOK", parts);
    }

    private static BankFile read(String entries) {
        return BankXml.read(document(entries).getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <Stmt><Id>S-1</Id><Acct><Id><IBAN>DE02</IBAN></Id></Acct>%s</Stmt></BkToCstmrStmt></Document>
                """.formatted(entries);
    }
}

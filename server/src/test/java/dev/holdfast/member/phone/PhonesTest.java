package dev.holdfast.member.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.personal.KeptRows;
import dev.holdfast.member.phone.Phones.Proof;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Codes over a telephone company that loses, delays and doubles them, on a real database.
class PhonesTest {
    private static final String NUMBER = "+8613800138000";
    private static final String OTHER = "+447700900123";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final HandClock clock = new HandClock();
    private final TwilioTwin twilio = new TwilioTwin();
    private final TwilioMessages messages = new TwilioMessages(twilio.read(), Phones.CODE_LIFE);
    private final Phones phones = phones(new Rates(name -> "1000, 1000/s"));

    private Phones phones(Rates rates) {
        return new Phones(
                new PhoneStore(jdbc),
                new Codes(new SecureRandom(), "a secret".getBytes(StandardCharsets.UTF_8)),
                messages,
                rates,
                () -> URI.create("https://launch.example.com"),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock);
    }

    @AfterEach
    void close() {
        messages.close();
        twilio.close();
    }

    @Test
    void aCodeProvesTheNumberOnceAndForItsMemberAlone() {
        ask("fan-1");
        String code = twilio.code(NUMBER);
        assertThat(twilio.messages(NUMBER).getLast())
                .contains(code + " is your code at launch.example.com", "10 minutes")
                .endsWith("@launch.example.com #" + code);
        assertThat(phones.prove("fan-2", code)).isEqualTo(new Proof.Over());
        assertThat(phones.proved("fan-1")).isFalse();
        assertThat(phones.prove("fan-1", " " + code + " ")).isInstanceOf(Proof.Proved.class);
        assertThat(phones.proved("fan-1")).isTrue();
        assertThat(phones.of("fan-1").orElseThrow().number().text()).isEqualTo(NUMBER);
        assertThat(phones.prove("fan-1", code)).as("once more").isEqualTo(new Proof.Over());
    }

    @Test
    void aCodeStandsNowhereThatItCouldBeReadFrom() {
        ask("fan-1");
        String row = jdbc.sql("select c::text from member.phone_code c")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(twilio.code(NUMBER));
        String plain = jdbc.sql("select encode(sha256(convert_to(:code, 'UTF8')), 'hex')")
                .param("code", twilio.code(NUMBER))
                .query(String.class)
                .single();
        assertThat(row).as("a hash that a million tries find").doesNotContain(plain);
    }

    @Test
    void itIsTriedFiveTimesWhoeverTriesAtOnce() throws Exception {
        ask("fan-1");
        String right = twilio.code(NUMBER);
        List<Callable<Proof>> guesses = IntStream.range(0, 20)
                .<Callable<Proof>>mapToObj(guess -> () -> phones.prove("fan-1", "x" + guess))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long counted = threads.invokeAll(guesses).stream()
                    .map(Future::resultNow)
                    .filter(proof -> proof instanceof Proof.Wrong)
                    .count();
            assertThat(counted).isEqualTo(Phones.MAX_TRIES - 1);
        }
        assertThat(phones.prove("fan-1", right)).isEqualTo(new Proof.Over());
        assertThat(phones.waiting("fan-1")).isEmpty();
    }

    @Test
    void aCodeIsOverAfterItsTimeAndWhenAnotherWasSent() {
        ask("fan-1");
        String first = twilio.code(NUMBER);
        clock.forward(Phones.CODE_LIFE);
        assertThat(phones.prove("fan-1", first)).isEqualTo(new Proof.Over());
        ask("fan-1");
        String second = twilio.code(NUMBER);
        ask("fan-1");
        if (!second.equals(twilio.code(NUMBER))) {
            assertThat(phones.prove("fan-1", second)).isEqualTo(new Proof.Wrong(4));
        }
        assertThat(phones.prove("fan-1", twilio.code(NUMBER))).isInstanceOf(Proof.Proved.class);
    }

    @Test
    void aNumberDoesNotWanderWithinAMonth() {
        prove("fan-1");
        clock.forward(Phones.REST.minusSeconds(1));
        ask("fan-2");
        assertThat(phones.prove("fan-2", twilio.code(NUMBER)))
                .isEqualTo(new Proof.Held(clock.instant().plusSeconds(1)));
        assertThat(phones.of("fan-1")).isPresent();
        clock.forward(Duration.ofSeconds(2));
        prove("fan-2");
        assertThat(phones.of("fan-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15005550001", "+15005550002", "+15005550003", "+15005550004", "+15005550009"})
    void aTelephoneThatGetsNoneIsSaidToAndKeepsNoCode(String number) {
        assertThat(refusal(number).code()).isEqualTo("number_refused");
        assertThat(phones.waiting("fan-1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        TwilioTwin.LOST + ", 0",
        TwilioTwin.TWICE + ", 2",
        TwilioTwin.TOO_MANY_ONCE + ", 1",
        TwilioTwin.BROKEN + ", 1",
    })
    void whatMayHaveBeenTakenIsNotSentAgain(String number, int arrive) {
        phones.ask("fan-1", number, "zh", "network");
        assertThat(twilio.messages(number)).hasSize(arrive);
        assertThat(phones.waiting("fan-1")).isPresent();
        if (arrive > 0) {
            assertThat(twilio.messages(number).getLast()).contains("验证码");
            assertThat(phones.prove("fan-1", twilio.code(number))).isInstanceOf(Proof.Proved.class);
        }
    }

    @Test
    void whatIsSurelyNotTakenIsSaidAtOnce() {
        assertThat(refusal(TwilioTwin.TOO_MANY).kind()).isEqualTo(Problem.Kind.CAPACITY);
        assertThat(twilio.asked()).isEqualTo(2);
        assertThat(phones.waiting("fan-1")).isEmpty();
    }

    @Test
    void whoDoesNotAnswerHoldsNobodyUpForLong() {
        Instant began = Instant.now();
        phones.ask("fan-1", TwilioTwin.SILENT, "en", "network");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(phones.waiting("fan-1")).isPresent();
    }

    @Test
    void aMemberANumberAndANetworkHaveALimit() {
        Phones limited = phones(new Rates(name -> name.equals(Limit.CODES.property()) ? "2, 2/h" : "3, 3/h"));
        limited.ask("fan-1", NUMBER, "en", "network");
        limited.ask("fan-1", NUMBER, "en", "network");
        Problem member = refusal(limited, "fan-1", OTHER, "network");
        assertThat(member.kind()).isEqualTo(Problem.Kind.TOO_OFTEN);
        assertThat(member.retryAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(refusal(limited, "fan-2", OTHER, "network").kind())
                .as("the network")
                .isEqualTo(Problem.Kind.TOO_OFTEN);
        assertThat(refusal(limited, "fan-3", NUMBER, "elsewhere").kind())
                .as("the number")
                .isEqualTo(Problem.Kind.TOO_OFTEN);
        assertThat(twilio.asked()).isEqualTo(2);
    }

    @Test
    void anErasedMemberLeavesNoNumber() {
        prove("fan-1");
        ask("fan-1");
        KeptPhones kept = new KeptPhones(jdbc, phones);
        assertThat(kept.tables())
                .allSatisfy(table ->
                        assertThat(KeptRows.of(jdbc, table, "fan-1", 9)).hasSize(1));
        kept.erase("fan-1", "erased-1");
        kept.erased("fan-1");
        assertThat(kept.tables())
                .allSatisfy(table ->
                        assertThat(KeptRows.of(jdbc, table, "fan-1", 9)).isEmpty());
        assertThat(phones.proved("fan-1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+86 138 0013 8000, +8613800138000",
        "0044 (7700) 900-123, +447700900123",
        "138 0013 8000, ''",
        "+0123456789, ''",
        "+123, ''",
        "+1234567890123456, ''",
        "+44x7700900123, ''",
    })
    void aNumberIsReadAsTheWorldWritesIt(String typed, String number) {
        assertThat(PhoneNumber.parse(typed).map(PhoneNumber::text).orElse("")).isEqualTo(number);
    }

    private Problem refusal(String number) {
        return refusal(phones, "fan-1", number, "network");
    }

    private static Problem refusal(Phones asked, String member, String number, String network) {
        try {
            asked.ask(member, number, "en", network);
        } catch (Problem refused) {
            return refused;
        }
        throw new AssertionError("A code was sent to " + number);
    }

    private void ask(String member) {
        phones.ask(member, NUMBER, "en", "network");
    }

    private void prove(String member) {
        ask(member);
        assertThat(phones.prove(member, twilio.code(NUMBER))).isInstanceOf(Proof.Proved.class);
    }
}

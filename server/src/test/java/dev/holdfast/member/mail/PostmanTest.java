package dev.holdfast.member.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.member.mail.MailServer.Mood;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostmanTest {
    private final MailWorld world = new MailWorld();
    private final MailServer server = new MailServer();

    @AfterEach
    void close() {
        server.close();
        world.close();
    }

    @Test
    void sendsALetterOnceInTheMembersLanguage() throws MessagingException {
        world.settle("fan-1", "fan-1@example.com", "zh");
        world.queue("promise/1", "fan-1");
        assertThat(world.postman(server.url()).sendDue()).isEqualTo(1);
        assertThat(world.postman(server.url()).sendDue()).isZero();
        MimeMessage letter = server.received().getFirst();
        assertThat(server.received()).hasSize(1);
        assertThat(letter.getSubject()).isEqualTo("A note in zh");
        assertThat(letter.getRecipients(RecipientType.TO)[0]).hasToString("fan-1@example.com");
        assertThat(letter.getFrom()[0]).hasToString("Larkwing <launch@example.com>");
        assertThat(MailServer.text(letter)).startsWith("something moved");
        assertThat(world.row("promise/1")).isEqualTo(new MailWorld.Row(1, true, ""));
    }

    @Test
    void queuesOneLetterForOneItemOfNewsHoweverOftenItIsSaid() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        world.queue("promise/1", "fan-1");
        world.queue("promise/2", "fan-1");
        assertThat(world.count()).isEqualTo(2);
    }

    @Test
    void queuesNothingForWhoHasNoAddress() {
        world.queue("promise/1", "fan-1");
        assertThat(world.count()).isZero();
    }

    @Test
    void aLetterStandsOrFallsWithTheTransactionOfTheNews() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.transactions.executeWithoutResult(status -> {
            world.queue("promise/1", "fan-1");
            status.setRollbackOnly();
        });
        assertThat(world.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "CLOSING"})
    void triesAgainLaterWhatTheServerPutsOff(Mood mood) {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        server.mood(mood);
        world.postman(server.url()).sendDue();
        assertThat(world.row("promise/1").sent()).isFalse();
        assertThat(world.postman(server.url()).sendDue()).as("not at once").isZero();
        server.mood(Mood.FRIENDLY);
        world.clock.forward(Duration.ofSeconds(10));
        world.postman(server.url()).sendDue();
        assertThat(world.row("promise/1")).isEqualTo(new MailWorld.Row(2, true, ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOBODY_HERE", "TOO_LONG"})
    void leavesToAnOperatorWhatTheServerRefuses(Mood mood) {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        server.mood(mood);
        world.postman(server.url()).sendDue();
        world.clock.forward(Duration.ofDays(30));
        assertThat(world.postman(server.url()).sendDue()).isZero();
        assertThat(world.row("promise/1").attempts()).isEqualTo(1);
        assertThat(world.row("promise/1").fault()).contains(mood == Mood.TOO_LONG ? "552" : "550");
        assertThat(world.mails.page(null, 10).entries().getFirst().state()).isEqualTo(MailPage.State.OVER);
        assertThat(world.givenUp.count()).isEqualTo(1);
    }

    @Test
    void sendsAgainUnderTheSameIdentityWhenTheServerHangsUpAfterTheText() throws IOException, MessagingException {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        try (HangingUp hangingUp = new HangingUp()) {
            world.postman(hangingUp.url()).sendDue();
            assertThat(hangingUp.texts()).isEqualTo(1);
        }
        assertThat(world.row("promise/1").sent()).isFalse();
        world.clock.forward(Duration.ofSeconds(10));
        world.postman(server.url()).sendDue();
        String identity = SmtpTransport.messageId("promise/1 fan-1");
        assertThat(server.received().getFirst().getMessageID()).isEqualTo("<" + identity + "@example.com>");
    }

    @Test
    void sendsAgainUnderTheSameIdentityWhatACrashedInstanceMayHaveSent() throws MessagingException {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        MailStore.Leased leased = world.store
                .lease(MailStore.NEWS, 1, world.clock.instant(), Patience.DEFAULT.lease())
                .getFirst();
        Letter letter = world.writing
                .write(Writing.recipient(leased).orElseThrow(), leased)
                .orElseThrow();
        // The server says 250, and the instance dies before it can say so to the database.
        MailWorld.transport(server.url())
                .send(new MailAddress("fan-1@example.com"), letter, leased.news() + " " + leased.member());
        assertThat(world.postman(server.url()).sendDue()).isZero();
        world.clock.forward(Patience.DEFAULT.lease());
        world.postman(server.url()).sendDue();
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(0).getMessageID())
                .isEqualTo(server.received().get(1).getMessageID());
    }

    @Test
    void keepsTheQueueWhileTheServerIsAwayOrThereIsNone() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        assertThat(world.postman(null).sendDue()).isZero();
        world.postman("smtp+plain://127.0.0.1:1").sendDue();
        assertThat(world.row("promise/1").sent()).isFalse();
        assertThat(world.row("promise/1").fault()).isEqualTo("The mail server takes no connection.");
        world.clock.forward(Duration.ofSeconds(10));
        world.postman(server.url()).sendDue();
        assertThat(world.row("promise/1").sent()).isTrue();
    }

    @Test
    void aHundredLettersOfNewsDoNotKeepWaitingWhoWantsToSignIn() throws MessagingException {
        world.settle("fan-1", "fan-1@example.com", "en");
        IntStream.range(0, 100).forEach(number -> world.queue("promise/" + number, "fan-1"));
        world.mails.askToSignIn("fan-1@example.com", "en", "192.0.2.0");
        world.postman(server.url()).sendDue();
        assertThat(server.received().getFirst().getSubject()).isEqualTo("Your link to sign in");
    }

    @Test
    void manyInstancesSendEachLetterOnce() throws InterruptedException {
        world.settle("fan-1", "fan-1@example.com", "en");
        IntStream.range(0, 60).forEach(number -> world.queue("promise/" + number, "fan-1"));
        List<Thread> instances = IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    Postman postman = world.postman(server.url());
                    while (postman.sendDue() > 0) {
                        // Until nothing is left.
                    }
                }))
                .toList();
        for (Thread instance : instances) {
            instance.join();
        }
        assertThat(server.received()).hasSize(60);
    }

    @Test
    void goesNoFasterThanAgreed() {
        world.settle("fan-1", "fan-1@example.com", "en");
        IntStream.range(0, 20).forEach(number -> world.queue("promise/" + number, "fan-1"));
        Postman slow = new Postman(
                world.store,
                world.writing,
                MailWorld.transport(server.url()),
                world.clock,
                Patience.DEFAULT,
                3,
                world.givenUp);
        assertThat(slow.sendDue()).isEqualTo(3);
    }

    @Test
    void forgetsLettersAfterNinetyDays() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        world.clock.forward(Postman.KEEP.plusSeconds(1));
        world.queue("promise/2", "fan-1");
        world.postman(null).sendDue();
        assertThat(world.count()).isEqualTo(1);
    }
}

package dev.holdfast.member.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final Pattern LINK = Pattern.compile("https://launch\\.example\\.com/(sign-in|mail)/(\\S{43})\n");

    private final MailWorld world = new MailWorld();
    private final MailServer server = new MailServer();

    @AfterEach
    void close() {
        server.close();
        world.close();
    }

    @Test
    void aMailedLinkSignsInOnceAndAsAFan() {
        world.settle("fan-1", "Fan-1@example.com", "en");
        world.mails.askToSignIn("fan-1@EXAMPLE.com", "zh", "192.0.2.0");
        world.postman(server.url()).sendDue();
        assertThat(MailServer.text(server.received().getFirst())).contains("仅可使用一次");
        String link = link();
        Session session =
                world.members.redeem(link).flatMap(world.members::session).orElseThrow();
        assertThat(session.member()).isEqualTo("fan-1");
        assertThat(session.roles()).isEqualTo(Set.of("fan"));
        assertThat(world.members.redeem(link)).isEmpty();
    }

    @Test
    void askingTellsNobodyWhetherAMemberIsKnown() {
        world.settle("fan-1", "fan-1@example.com", "en");
        assertThat(world.mails.askToSignIn("fan-1@example.com", "en", "192.0.2.0"))
                .isEqualTo(Asked.TAKEN);
        assertThat(world.mails.askToSignIn("nobody@example.com", "en", "192.0.2.0"))
                .isEqualTo(Asked.TAKEN);
        assertThat(world.count()).as("the same is done for both").isEqualTo(2);
        world.postman(server.url()).sendDue();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void askingTooOftenForOneAddressOrFromOneNetworkIsRefused() {
        for (int number = 0; number < 3; number++) {
            assertThat(world.mails.askToSignIn("fan-1@example.com", "en", "n" + number))
                    .isEqualTo(Asked.TAKEN);
        }
        assertThatThrownBy(() -> world.mails.askToSignIn("FAN-1@example.com", "en", "other"))
                .isInstanceOfSatisfying(
                        Problem.class, often -> assertThat(often.retryAfter()).isEqualTo(Duration.ofMinutes(5)));
        for (int number = 0; number < 20; number++) {
            assertThat(world.mails.askToSignIn("fan-" + (number + 2) + "@example.com", "en", "one"))
                    .isEqualTo(Asked.TAKEN);
        }
        assertThatThrownBy(() -> world.mails.askToSignIn("another@example.com", "en", "one"))
                .isInstanceOfSatisfying(
                        Problem.class, often -> assertThat(often.retryAfter()).isEqualTo(Duration.ofMinutes(3)));
    }

    @Test
    void aLetterThatComesTooLateIsNotSent() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.mails.askToSignIn("fan-1@example.com", "en", "192.0.2.0");
        world.clock.forward(Duration.ofMinutes(15));
        world.postman(server.url()).sendDue();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void theSecretOfALinkStandsInNoTable() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.mails.askToSignIn("fan-1@example.com", "en", "192.0.2.0");
        world.postman(server.url()).sendDue();
        String link = link();
        assertThat(world.jdbc
                        .sql("select count(*) from member.mail m where m::text like '%' || ? || '%'")
                        .param(link)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(world.mails.page(null, 1).entries().getFirst().letter()).isNull();
    }

    @Test
    void withoutAServerOperatorsOfTheSampleWorldReadIt() {
        world.settle("fan-1", "fan-1@example.com", "en");
        Mails sample = world.mails(Mails.Reach.OPERATORS);
        sample.askToSignIn("fan-1@example.com", "en", "192.0.2.0");
        assertThat(sample.page(null, 1).entries().getFirst().letter())
                .isNotNull()
                .asString()
                .containsPattern(LINK.pattern().strip());
        assertThat(world.mails(Mails.Reach.NOBODY).askToSignIn("fan-1@example.com", "en", "192.0.2.0"))
                .isEqualTo(Asked.NOT_OFFERED);
    }

    @Test
    void anAddressBecomesTheMembersWhenTheLinkIsUsedAndNotBefore() {
        assertThat(world.mails.askToConfirm("fan-1", "fan-1@example.com", "zh", "n"))
                .isEqualTo(Asked.TAKEN);
        world.postman(server.url()).sendDue();
        assertThat(world.mails.addressOf("fan-1")).isEmpty();
        String link = link();
        Recipient confirmed = new Recipient("fan-1", new MailAddress("fan-1@example.com"), "zh");
        assertThat(world.mails.confirm(link)).contains(confirmed);
        assertThat(world.mails.addressOf("fan-1")).contains(confirmed);
        assertThat(world.mails.confirm(link)).isEmpty();
    }

    @Test
    void whoProvesAnAddressTakesItFromWhoClaimedIt() {
        claim("thief", "fan-1@example.com");
        assertThat(world.mails.addressOf("thief")).isPresent();
        world.settle("fan-1", "fan-1@example.com", "en");
        assertThat(world.mails.addressOf("thief")).isEmpty();
        claim("thief", "FAN-1@example.com");
        assertThat(world.mails.addressOf("thief")).isEmpty();
        assertThat(world.mails.addressOf("fan-1")).isPresent();
    }

    @Test
    void aClaimChangesAClaimAndNeverAProof() {
        claim("fan-1", "old@example.com");
        claim("fan-1", "new@example.com");
        assertThat(world.mails.addressOf("fan-1").map(Recipient::address)).contains(new MailAddress("new@example.com"));
        world.settle("fan-1", "proved@example.com", "en");
        claim("fan-1", "old@example.com");
        assertThat(world.mails.addressOf("fan-1").map(Recipient::address))
                .contains(new MailAddress("proved@example.com"));
    }

    @Test
    void whoIsForgottenGetsNoMail() {
        world.settle("fan-1", "fan-1@example.com", "en");
        world.queue("promise/1", "fan-1");
        try (Claims claims = new Claims(world.addresses, world.clock)) {
            claims.start();
            new KeptMail(world.jdbc, claims).erase("fan-1", "erased-1");
        }
        assertThat(world.mails.addressOf("fan-1")).isEqualTo(Optional.empty());
        assertThat(world.count()).isZero();
    }

    private void claim(String member, String address) {
        try (Claims claims = new Claims(world.addresses, world.clock)) {
            claims.start();
            claims.seen(member, address, "en");
        }
    }

    private String link() {
        var found = LINK.matcher(MailServer.text(server.received().getLast()).replace("\r", "") + "\n");
        assertThat(found.find()).isTrue();
        return found.group(2);
    }
}

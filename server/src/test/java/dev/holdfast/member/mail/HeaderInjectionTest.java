package dev.holdfast.member.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing a person or an operator types becomes a header of its own, or another recipient.
class HeaderInjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fan",
                "@example.com",
                "fan@",
                "fan@example",
                "fan@-example.com",
                "fan@example.com\r\nBcc: other@example.com",
                "fan\n@example.com",
                "fan@example.com, other@example.com",
                "fan <fan@example.com>",
                "\"fan\"@example.com",
                "fan@[127.0.0.1]",
                "fan@127.0.0.1",
                "fan..one@example.com",
                ".fan@example.com",
                "粉丝@example.com",
                "fan@exam ple.com"
            })
    void isNoAddress(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new MailAddress(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressIsBounded() {
        assertThat(MailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b".repeat(63) + ".com")).isPresent();
        assertThat(MailAddress.parse("a@" + "b".repeat(64) + ".com")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b.".repeat(130) + "com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fan@example.com", "first.last+launch@mail.example.com", "o'neil@a-b.example"})
    void isAnAddress(String typed) {
        assertThat(MailAddress.parse(" " + typed + " ")).contains(new MailAddress(typed));
    }

    @Test
    void aSubjectStaysOneLine() throws MessagingException {
        try (MailServer server = new MailServer()) {
            Letter letter = new Letter("Moved\r\nBcc: other@example.com", "text\r\n.\r\nMAIL FROM:<other@example.com>");
            Delivery delivery =
                    MailWorld.transport(server.url()).send(new MailAddress("fan@example.com"), letter, "news/1");
            assertThat(delivery).isEqualTo(new Delivery.Accepted());
            assertThat(server.received()).hasSize(1);
            assertThat(server.received().getFirst().getSubject()).isEqualTo("Moved Bcc: other@example.com");
            assertThat(server.received().getFirst().getAllRecipients()).hasSize(1);
        }
    }

    @Test
    void theSendersNameStaysAName() {
        Map<String, String> settings =
                Map.of(SmtpSettings.URL, "smtps://mail.example.com", SmtpSettings.FROM, "A\r\nBcc: b <a@example.com>");
        assertThatThrownBy(() -> SmtpSettings.read(settings::get)).hasMessageContaining("HOLDFAST_MAIL_FROM");
    }

    @Test
    void settingsSayNoSecret() {
        Map<String, String> settings = Map.of(
                SmtpSettings.URL, "smtps://me%40example.com:pa%2Bss+word@mail.example.com:2465",
                SmtpSettings.FROM, "launch@example.com");
        SmtpSettings read = SmtpSettings.read(settings::get).orElseThrow();
        assertThat(read.user()).isEqualTo("me@example.com");
        assertThat(read.password()).isEqualTo("pa+ss+word");
        assertThat(read.toString()).doesNotContain("word").contains("smtps://mail.example.com:2465");
        Map<String, String> malformed = Map.of(SmtpSettings.URL, "smtps://me:sec ret@mail.example.com");
        assertThatThrownBy(() -> SmtpSettings.read(malformed::get))
                .hasMessageContaining("HOLDFAST_SMTP_URL")
                .hasMessageNotContaining("sec ret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mail.example.com", "mail.example.com", "smtp://"})
    void refusesAServerThatIsNone(String url) {
        Map<String, String> settings = Map.of(SmtpSettings.URL, url, SmtpSettings.FROM, "launch@example.com");
        assertThatThrownBy(() -> SmtpSettings.read(settings::get)).hasMessageContaining("HOLDFAST_SMTP_URL");
    }
}

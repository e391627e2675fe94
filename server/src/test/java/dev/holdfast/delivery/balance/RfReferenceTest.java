package dev.holdfast.delivery.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.balance.RfReference.Found;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfReferenceTest {
    /// Reckoned by hand, as the standard's own example `RF18 5390 0754 7034` is: `HF0000000001RF00` as a number, with A
    /// as 10, leaves 42 when it is divided by 97, and 98 less 42 is 56.
    @Test
    void a_reference_leaves_one_when_it_is_divided_as_the_standard_says() {
        assertThat(RfReference.of(1)).isEqualTo("RF56HF0000000001");
        assertThat(RfReference.printed(RfReference.of(1))).isEqualTo("RF56 HF00 0000 0001");
    }

    @Test
    void it_is_found_however_the_payer_wrote_it() {
        String reference = RfReference.of(4711);
        for (String text : new String[] {
            reference,
            RfReference.printed(reference),
            "car " + reference.toLowerCase(Locale.ROOT) + " thank you",
            "invoice 7/" + RfReference.printed(reference).replace(' ', '-') + "/2026",
            reference + " " + reference
        }) {
            assertThat(RfReference.in(text)).as(text).isEqualTo(new Found.One(4711));
        }
        assertThat(RfReference.in("RF18539007547034")).isEqualTo(new Found.Nothing());
        assertThat(RfReference.in(reference + RfReference.of(2))).isEqualTo(new Found.Several());
    }

    @Test
    void one_wrong_digit_or_two_changed_about_are_seen() {
        String reference = RfReference.of(1_234_567_890);
        for (int at = 6; at < reference.length(); at++) {
            int place = at;
            IntStream.range(0, 10)
                    .filter(digit -> reference.charAt(place) != '0' + digit)
                    .mapToObj(digit -> reference.substring(0, place) + digit + reference.substring(place + 1))
                    .forEach(
                            wrong -> assertThat(RfReference.in(wrong)).as(wrong).isEqualTo(new Found.Wrong()));
            if (at + 1 < reference.length()) {
                String swapped = reference.substring(0, at)
                        + reference.charAt(at + 1)
                        + reference.charAt(at)
                        + reference.substring(at + 2);
                assertThat(RfReference.in(swapped)).as(swapped).isEqualTo(new Found.Wrong());
            }
        }
    }
}

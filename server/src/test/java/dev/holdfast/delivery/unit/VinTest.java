package dev.holdfast.delivery.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The check digit of a vehicle identification number.
class VinTest {
    /// The example of 49 CFR 565.15 and two more whose digit is known, one of them X.
    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "1HGCM82633A004352", "11111111111111111"})
    void aTrueNumberHasNoFault(String vin) {
        assertThat(Vin.fault(vin)).isNull();
    }

    @Test
    void everyWrongDigitIsFoundAtEveryPlace() {
        String vin = "1M8GDM9AXKP042788";
        for (int at = 0; at < vin.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = vin.substring(0, at) + digit + vin.substring(at + 1);
                if (!wrong.equals(vin) && Character.isDigit(vin.charAt(at))) {
                    assertThat(Vin.fault(wrong)).as(wrong).contains("check digit");
                }
            }
        }
    }

    @Test
    void whatIsNoNumberSaysWhy() {
        assertThat(Vin.fault("1M8GDM9AXKP04278")).isEqualTo("has 16 characters, and a VIN has 17");
        assertThat(Vin.fault("1M8GDM9AXKPO42788")).contains("'O' at place 12");
        assertThat(Vin.fault("1m8GDM9AXKP042788")).contains("'m' at place 2");
        assertThat(Vin.fault("1M8GDM9A0KP042788")).isEqualTo("has the check digit 0 at place 9, and it should be X");
    }
}

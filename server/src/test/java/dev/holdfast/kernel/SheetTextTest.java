package dev.holdfast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void whatASpreadsheetWouldRunIsShownInstead(String text) {
        assertThat(SheetText.safe(text)).isEqualTo("'" + text);
    }

    @Test
    void otherTextsStayAsTheyAre() {
        assertThat(SheetText.safe("fan-000123")).isEqualTo("fan-000123");
        assertThat(SheetText.safe("张三=1")).isEqualTo("张三=1");
        assertThat(SheetText.safe(null)).isEmpty();
    }
}

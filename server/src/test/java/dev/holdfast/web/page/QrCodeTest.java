package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int MARGIN = 4;

    @Test
    void whatIsDrawnIsReadBack() throws Exception {
        for (var text : new String[] {"weixin://wxpay/bizpayurl?pr=p4lpSuKzz", "x", "y".repeat(500)}) {
            var code = QrCode.of(text);
            assertThat(new Decoder()
                            .decode(modules(code), Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo(text);
        }
    }

    @Test
    void aTextThatNoCodeHoldsIsRefused() {
        assertThatThrownBy(() -> QrCode.of("z".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }

    /// Reads the path as a browser does.
    private static BitMatrix modules(QrCode code) {
        var modules = new BitMatrix(code.size() - 2 * MARGIN);
        var bars = BAR.matcher(code.path());
        int end = 0;
        while (bars.find()) {
            assertThat(bars.start()).isEqualTo(end);
            assertThat(bars.group(3)).isEqualTo(bars.group(4));
            end = bars.end();
            int column = Integer.parseInt(bars.group(1)) - MARGIN;
            int row = Integer.parseInt(bars.group(2)) - MARGIN;
            modules.setRegion(column, row, Integer.parseInt(bars.group(3)), 1);
        }
        assertThat(end).isEqualTo(code.path().length());
        return modules;
    }
}

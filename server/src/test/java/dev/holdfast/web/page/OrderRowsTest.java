package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.OrderState;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class OrderRowsTest {
    @Test
    void aRowHasAValueForEachColumn() throws IOException {
        var text = new StringWriter();
        var order = SampleWorld.order(OrderState.HELD, "pro-green", 12_345, 2_345, null);
        try (var rows = new OrderRows(text)) {
            rows.write(order);
        }
        var lines = text.toString().split("\n", -1);
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
        assertThat(lines[1]).startsWith("12345," + order.id() + ",fan-000123,HELD,pro-green,north,");
    }
}

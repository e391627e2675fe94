package dev.holdfast.bench.server;

import dev.holdfast.bench.check.Book;
import dev.holdfast.bench.check.BookOrder;
import dev.holdfast.bench.check.Window;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The book as an operator may read it, page by page.
public record ApiBook(OperatorApi operator) implements BookReader {
    private static final int PAGE = 1_000;

    @Override
    public Book read(String launch) throws IOException, InterruptedException {
        return new Book(orders(launch), unmatched(launch));
    }

    private List<BookOrder> orders(String launch) throws IOException, InterruptedException {
        var orders = new ArrayList<BookOrder>();
        long after = 0;
        while (true) {
            JsonNode page =
                    operator.get("/operator/launches/" + launch + "/orders?afterPosition=" + after + "&limit=" + PAGE);
            page.path("orders").forEach(order -> orders.add(order(order)));
            if (!page.path("next").isNumber()) {
                return orders;
            }
            after = page.path("next").asLong();
        }
    }

    private static BookOrder order(JsonNode order) {
        // What was promised first, as the log was told; a plan published since may have moved it.
        JsonNode promise = order.path("firstPromise");
        return new BookOrder(
                order.path("id").asString(),
                order.path("member").asString(),
                order.path("offer").asString(),
                order.path("region").asString(),
                order.path("position").asLong(),
                order.path("rank").asLong(),
                order.path("state").asString(),
                promise.isObject()
                        ? new Window(
                                LocalDate.parse(promise.path("from").asString()),
                                LocalDate.parse(promise.path("to").asString()))
                        : null);
    }

    private List<String> unmatched(String launch) throws IOException, InterruptedException {
        var payments = new ArrayList<String>();
        long after = 0;
        while (true) {
            JsonNode page = operator.get("/operator/payments/unmatched?after=" + after + "&limit=" + PAGE);
            for (JsonNode unmatched : page.path("payments")) {
                String payment = unmatched.path("payment").asString();
                if (BookReader.isOf(launch, payment)) {
                    payments.add(payment);
                }
            }
            if (!page.path("next").isNumber()) {
                return payments;
            }
            after = page.path("next").asLong();
        }
    }
}

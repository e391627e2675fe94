package dev.holdfast.bench.check;

import java.util.List;

/// Everything the server has on one launch after a run: all its orders, and payments nobody could place.
public record Book(List<BookOrder> orders, List<String> unmatchedPayments) {
    public Book {
        orders = List.copyOf(orders);
        unmatchedPayments = List.copyOf(unmatchedPayments);
    }
}

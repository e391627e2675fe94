package dev.holdfast.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One unit of one article for one customer.
@Entity
@Table(name = "customer_order")
public class CustomerOrder {
    /// Fifty numbers a round trip: asking for each would double the way of an order.
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders")
    @SequenceGenerator(name = "orders", sequenceName = "customer_order_number", allocationSize = 50)
    private @Nullable Long id;

    @Column(nullable = false)
    private String customer = "";

    @Column(nullable = false)
    private String article = "";

    @Column(nullable = false)
    private Instant orderedAt = Instant.EPOCH;

    /// For JPA.
    protected CustomerOrder() {}

    CustomerOrder(String customer, String article, Instant orderedAt) {
        this.customer = customer;
        this.article = article;
        this.orderedAt = orderedAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the order of " + customer + " has not been saved");
        }
        return id;
    }

    String customer() {
        return customer;
    }

    String article() {
        return article;
    }

    Instant orderedAt() {
        return orderedAt;
    }
}

package dev.holdfast.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// How many units of an article are left: the row that every order of it meets.
@Entity
public class Stock {
    @Id
    private String article = "";

    private long units;

    /// For JPA.
    protected Stock() {}

    Stock(String article, long units) {
        this.article = article;
        this.units = units;
    }

    String article() {
        return article;
    }

    long units() {
        return units;
    }
}

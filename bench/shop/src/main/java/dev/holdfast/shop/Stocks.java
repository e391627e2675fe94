package dev.holdfast.shop;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/// The stock of each article.
interface Stocks extends JpaRepository<Stock, String> {
    /// One conditional statement instead of reading, deciding and writing: the row is locked for the shortest
    /// time, and cannot go below zero.
    @Modifying
    @Query("update Stock s set s.units = s.units - 1 where s.article = :article and s.units > 0")
    int takeOne(String article);
}

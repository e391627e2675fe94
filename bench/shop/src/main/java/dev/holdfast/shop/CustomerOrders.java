package dev.holdfast.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/// All orders.
interface CustomerOrders extends JpaRepository<CustomerOrder, Long> {
    long countByArticle(String article);
}

package dev.holdfast.shop;

import java.time.Clock;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What the shop does with an order, in one transaction each.
@Service
class Ordering {
    private final Stocks stocks;
    private final CustomerOrders orders;
    private final Clock clock = Clock.systemUTC();

    Ordering(Stocks stocks, CustomerOrders orders) {
        this.stocks = stocks;
        this.orders = orders;
    }

    /// The order is written before the stock is taken, so that the row that everybody wants is locked for one
    /// statement and the commit only. Empty when nothing is left.
    @Transactional
    OptionalLong order(String customer, String article) {
        var order = orders.saveAndFlush(new CustomerOrder(customer, article, clock.instant()));
        if (stocks.takeOne(article) == 0) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return OptionalLong.empty();
        }
        return OptionalLong.of(order.id());
    }

    @Transactional
    void stock(String article, long units) {
        stocks.save(new Stock(article, units));
    }

    @Transactional(readOnly = true)
    long sold(String article) {
        return orders.countByArticle(article);
    }
}

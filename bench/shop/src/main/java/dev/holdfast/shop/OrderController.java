package dev.holdfast.shop;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The shop's door.
@RestController
class OrderController {
    private final Ordering ordering;

    OrderController(Ordering ordering) {
        this.ordering = ordering;
    }

    record Wanted(String customer, String article) {}

    record Taken(long id) {}

    @PostMapping("/orders")
    ResponseEntity<Taken> order(@RequestBody Wanted wanted) {
        var id = ordering.order(wanted.customer(), wanted.article());
        return id.isPresent()
                ? ResponseEntity.status(HttpStatus.CREATED).body(new Taken(id.getAsLong()))
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    @PutMapping("/stock/{article}")
    void stock(@PathVariable String article, @RequestParam long units) {
        ordering.stock(article, units);
    }

    @GetMapping("/sold/{article}")
    long sold(@PathVariable String article) {
        return ordering.sold(article);
    }
}

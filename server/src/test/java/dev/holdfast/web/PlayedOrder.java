package dev.holdfast.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a test knows of one order that it plays with.
final class PlayedOrder {
    final String id;
    final String member;
    final String region;
    final String payBefore;
    /// Every first day of a window that it was ever given, `none` for none.
    List<String> windows = new ArrayList<>();

    /// Grows with each entry into the line of an offer.
    long entered;

    long paid;
    /// What was paid when it was placed.
    long deposit;

    /// As the book has it.
    JsonNode told;

    PlayedOrder(String member, String region, long entered, JsonNode told) {
        this.id = told.get("id").asString();
        this.member = member;
        this.region = region;
        this.payBefore = told.get("payBefore").asString();
        this.entered = entered;
        this.told = told;
    }

    String offer() {
        return told.get("offer").asString();
    }

    String state() {
        return told.get("state").asString();
    }

    boolean live() {
        return !state().equals("EXPIRED") && !state().equals("CANCELLED");
    }

    boolean isPaid() {
        return state().equals("PLACED") || state().equals("LOCKED") || state().equals("BUILT");
    }

    String from() {
        return from(told);
    }

    static String from(JsonNode order) {
        return order.at("/promise/from").asString("none");
    }

    /// The Monday of its delivery week before transit; null: it waits.
    @Nullable
    LocalDate delivery() {
        return delivery(from());
    }

    @Nullable
    LocalDate delivery(String from) {
        return from.equals("none") ? null : LocalDate.parse(from).minusWeeks(region.equals("south") ? 2 : 0);
    }
}

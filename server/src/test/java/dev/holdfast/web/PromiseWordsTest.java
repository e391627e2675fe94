package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Why a window moved is written once, when the plan is published, and read wherever it is told.
@ExtendWith(RunningServer.Shared.class)
class PromiseWordsTest {
    private final RunningServer server;

    PromiseWordsTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void the_page_of_an_order_says_why_in_the_words_of_its_history() {
        Opening opening = Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1");
        String order = opening.placed("ann", "pro");
        publish(opening);
        opening.supplied("pro,2027-02-01,1");
        publish(opening);
        Reply history = opening.order(order);
        for (String language : new String[] {"en", "zh"}) {
            String words = String.valueOf(history.at("/promises/1/explanation/" + language));
            String page = server.get("/orders/" + order)
                    .header("Cookie", "holdfast_session=" + server.session("ann", "fan"))
                    .header("Accept-Language", language)
                    .send()
                    .is(200)
                    .text();
            assertTrue(page.contains(words), () -> "no '" + words + "' in " + page);
        }
    }

    private void publish(Opening opening) {
        long run = server.post(opening.operatorPath("/plans?wait=60"))
                .byOperator()
                .json(Map.of("frontier", false))
                .send()
                .is(201)
                .number("/run");
        server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .byOperator()
                .send()
                .is(200);
    }
}

package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an incident changes in what is built becomes a version of the spec, once, whatever dies between.
@ExtendWith(RunningServer.Shared.class)
class BulletinContractTest {
    private final RunningServer server;
    private final Opening opening;

    BulletinContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
        this.opening = Opening.on(server);
    }

    @Test
    void a_bulletin_and_the_version_that_says_so_are_one_act() {
        SpecWorld.product(server, "whole-pack", 30);
        String number = bulletin("whole-pack");
        assertThat(publish(number).is(200).at("/version")).isEqualTo("1");
        publish(number).refused(409, "bulletin_taken");
        assertThat(versions("whole-pack")).isEqualTo(1);
    }

    /// The last thing that the act writes fails, as if the server had died before it.
    @Test
    void what_dies_between_leaves_neither_and_can_be_done_again() {
        SpecWorld.product(server, "torn-pack", 30);
        String number = bulletin("torn-pack");
        server.database().sql("""
                        create function member.die() returns trigger language plpgsql as
                        $$ begin raise exception 'died'; end $$""").update();
        server.database().sql("""
                        create trigger die before insert on member.audit for each row
                        when (new.act = 'take_bulletin') execute function member.die()""").update();
        try {
            assertThat(publish(number).status()).isGreaterThanOrEqualTo(500);
        } finally {
            server.database().sql("drop function member.die cascade").update();
        }
        assertThat(versions("torn-pack")).isZero();
        assertThat(publish(number).is(200).at("/version")).isEqualTo("1");
        assertThat(versions("torn-pack")).isEqualTo(1);
    }

    /// What is written must be what a spec takes, or it could never be published.
    @Test
    void what_no_spec_would_take_is_refused_before_it_is_a_bulletin() {
        SpecWorld.product(server, "long-pack", 30);
        for (String bad : List.of("c".repeat(81), "two\nlines")) {
            write("long-pack", "attribute", bad, "It creaks.").refused(422, "invalid_quality");
        }
        write("long-pack", "from", "two\nlines", "It creaks.").refused(422, "invalid_quality");
        String number = String.valueOf(write("long-pack", "attribute", "c".repeat(80), "It creaks\nand cracks.")
                .is(201)
                .number("/number"));
        assertThat(publish(number).is(200).at("/version")).isEqualTo("1");
    }

    private String bulletin(String product) {
        return String.valueOf(
                write(product, "attribute", "cell", "It creaks.").is(201).number("/number"));
    }

    private Reply write(String product, String field, String words, String reason) {
        Map<String, Object> incident = Map.of(
                "source", "return", "component", "seat", "symptom", "creaks", "severity", "minor", "words", "Once.");
        long of = server.post(opening.operatorPath("/incidents"))
                .byOperator()
                .json(incident)
                .send()
                .is(201)
                .number("/number");
        Map<String, String> plain = Map.of("en", "cell", "zh", "电芯");
        Map<String, Object> told = new HashMap<>(Map.of("incident", of, "product", product, "reason", reason));
        List.of("attribute", "from", "to").forEach(each -> told.put(each, plain));
        told.put(field, Map.of("en", words, "zh", words));
        return server.post("/api/v1/operator/bulletins").byOperator().json(told).send();
    }

    private Reply publish(String number) {
        return server.post("/api/v1/operator/bulletins/" + number + "/spec")
                .byOperator()
                .json(Map.of("version", 1))
                .send();
    }

    private int versions(String product) {
        return server.database()
                .sql("select count(*)::int from community.spec_version where product = ?")
                .param(product)
                .query((row, index) -> row.getInt(1))
                .single();
    }
}

package dev.holdfast.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Calls every operation of campaigns once in every way it may answer.
final class CampaignTour {
    private static final long PRICE = 40_000;

    private final RunningServer server;
    private final Opening opening;
    private final Instant end;

    CampaignTour(RunningServer server) {
        this.server = server;
        this.end = server.clock().instant().plus(Duration.ofHours(75));
        this.opening = Opening.with(
                server,
                "mode",
                "crowdfund",
                "closesAt",
                end.toString(),
                "beyondSupply",
                "waitlist",
                "offers",
                List.of(offer("early"), offer("normal")),
                "campaign",
                campaign(end.plus(Duration.ofDays(10))));
    }

    private static Map<String, Object> offer(String id) {
        return Map.of("id", id, "name", Map.of("en", id), "price", PRICE, "deposit", PRICE);
    }

    private static Map<String, Object> campaign(Instant locksAt) {
        return Map.of(
                "funding", "flexible",
                "goal", 1_000_000,
                "tiers", List.of(Map.of("offer", "early", "units", 1, "then", "normal")),
                "stretchGoals", List.of(Map.of("sum", 2_000_000, "adds", Map.of("en", "A bell"))),
                "addOns", List.of(Map.of("id", "lamp", "name", Map.of("en", "Lamp"), "price", 500, "units", 1)),
                "partner", Map.of("id", "maker", "shareBasisPoints", 6_000, "feeBasisPoints", 250),
                "survey",
                        List.of(Map.of(
                                "id", "colour",
                                "text", Map.of("en", "Which colour?"),
                                "choices", List.of(Map.of("id", "red", "name", Map.of("en", "Red"))))),
                "surveyLocksAt", locksAt.toString());
    }

    void walk() {
        String id = pledge();
        look(id);
        say(id);
        refuse(id);
        end(id);
    }

    private String pledge() {
        Map<String, Object> wish = Map.of("offer", "early", "addOns", Map.of("lamp", 1));
        String id = String.valueOf(opening.wish("backer", wish).send().is(201).at("/id"));
        Map<String, Object> event = new HashMap<>(
                Map.of("type", "payment.authorised", "order", id, "payment", "pledge-" + id, "currency", "CNY"));
        event.put("amount", PRICE + 500);
        server.event(event).is(204);
        opening.order("second", "early").refused(409, "tier_gone");
        opening.wish("second", Map.of("offer", "normal", "addOns", Map.of("lamp", 1)))
                .send()
                .refused(409, "add_on_gone");
        opening.wish("second", Map.of("offer", "normal", "addOns", Map.of("bell", 1)))
                .send()
                .refused(422, "unknown_add_on");
        opening.wish("second", Map.of("offer", "normal", "addOns", Map.of("lamp", 0)))
                .send()
                .refused(422, "invalid_request");
        return id;
    }

    private void look(String id) {
        String campaign = "/api/v1/launches/" + opening.slug + "/campaign";
        server.get(campaign).send().is(200);
        server.get(campaign).bearer("forged").send().refused(401, "token_invalid");
        server.get("/api/v1/launches/nowhere/campaign").send().refused(404, "unknown_launch");
        Opening plain = Opening.on(server);
        server.get("/api/v1/launches/" + plain.slug + "/campaign").send().refused(404, "unknown_campaign");
        server.get("/api/v1/orders/" + id + "/pledge").by("backer").send().is(200);
        String settlement = "/api/v1/launches/" + opening.slug + "/settlement";
        server.get(settlement).byOperator().send().is(200);
        server.get(settlement).by("maker", "partner").send().is(200);
        server.get(settlement).by("another", "partner").send().refused(404, "unknown_campaign");
        server.get(settlement + "?limit=0").byOperator().send().refused(422, "invalid_parameter");
        server.get("/api/v1/launches/nowhere/settlement").byOperator().send().refused(404, "unknown_launch");
        server.get("/api/v1/partner/campaigns").by("maker", "partner").send().is(200);
    }

    private void say(String id) {
        String survey = "/api/v1/orders/" + id + "/survey";
        String address = "/api/v1/orders/" + id + "/address";
        server.get(address).by("backer").send().refused(404, "no_address");
        server.put(survey)
                .by("backer")
                .json(Map.of("answers", Map.of("colour", "red")))
                .send()
                .is(200);
        server.put(survey)
                .by("backer")
                .json(Map.of("answers", Map.of("colour", "mud")))
                .send()
                .refused(422, "invalid_survey");
        server.put(address).by("backer").json(home("CN")).send().is(200);
        server.put(address).by("backer").json(home("Moon")).send().refused(422, "invalid_address");
        server.get(address).by("backer").send().is(200);
        for (String path : List.of(survey, address)) {
            server.put(path).by("backer").body("application/json", "{").send().refused(400, "malformed_json");
            server.put(path).by("backer").json(Map.of("colour", 1)).send().refused(422, "invalid_request");
            server.put(path)
                    .by("backer")
                    .body("application/json", " ".repeat(20_000))
                    .send()
                    .refused(413, "body_too_large");
        }
    }

    private static Map<String, Object> home(String country) {
        return Map.of(
                "recipient",
                "Fan 112",
                "phone",
                "+86 100",
                "lines",
                "1 Main Street",
                "city",
                "Ningbo",
                "country",
                country);
    }

    private void refuse(String id) {
        Opening plain = Opening.with(server, "limitPerMember", 1).supplied("pro,2027-01-04,1");
        String order = plain.placed("backer", "pro");
        Map<String, Object> answers = Map.of("answers", Map.of());
        for (String no : List.of("00000000-0000-0000-0000-000000000000", order)) {
            boolean plainOrder = no.equals(order);
            int status = plainOrder ? 409 : 404;
            String code = plainOrder ? "no_pledge" : "unknown_order";
            String path = "/api/v1/orders/" + no;
            server.get(path + "/pledge").by("backer").send().refused(status, code);
            server.get(path + "/address").by("backer").send().refused(status, code);
            server.put(path + "/survey").by("backer").json(answers).send().refused(status, code);
            server.put(path + "/address").by("backer").json(home("CN")).send().refused(status, code);
        }
        opening.act("backer", id, "lock").refused(409, "pledge_binding");
        opening.change("backer", id, "normal").refused(409, "pledge_binding");
        opening.operator("close").refused(409, "campaign_closes_by_rule");
    }

    private void end(String id) {
        Instant before = server.clock().instant();
        server.clock().set(end);
        opening.act("backer", id, "cancel").refused(409, "pledge_binding");
        server.sweep(opening.slug);
        server.clock().set(end.plus(Duration.ofDays(11)));
        server.put("/api/v1/orders/" + id + "/survey")
                .by("backer")
                .json(Map.of("answers", Map.of()))
                .send()
                .refused(409, "survey_locked");
        server.put("/api/v1/orders/" + id + "/address")
                .by("backer")
                .json(home("CN"))
                .send()
                .refused(409, "survey_locked");
        server.clock().set(before);
    }
}

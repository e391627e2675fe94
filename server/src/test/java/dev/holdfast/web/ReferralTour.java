package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Referrals in every way that the document speaks of.
final class ReferralTour {
    private static final String OWN = "/api/v1/me/referrals";
    private static final String DESK = "/api/v1/operator/referrals/";

    private final RunningServer server;

    ReferralTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        String code = code("bringer");
        contact("brought", "NOBODYS").refused(404, "unknown_code");
        contact("bringer", code).refused(409, "own_code");
        Reply linked = contact("brought", code).is(201);
        contact("brought", code).is(200);
        contact("brought", code("other-bringer")).refused(409, "came_by_another");
        String number = String.valueOf(linked.node("/number").longValue());
        words(OWN + "/" + number + "/dispute", "stranger", "fan").refused(404, "unknown_referral");
        words(OWN + "/" + number + "/dispute", "brought", "fan").is(200);
        words(OWN + "/" + number + "/dispute", "bringer", "fan").refused(409, "dispute_open");
        server.get(OWN + "?before=0").by("bringer").send().refused(422, "invalid_parameter");
        for (String list : List.of("disputes", "circles", number + "/evidence")) {
            server.get(DESK + list).byOperator().send().is(200);
        }
        server.get(DESK + "0/evidence").byOperator().send().refused(404, "unknown_referral");
        words(DESK + number + "/answer", "operator", "operator").is(200);
        words(DESK + number + "/answer", "operator", "operator").refused(409, "no_dispute");
        words(DESK + "0/answer", "operator", "operator").refused(404, "unknown_referral");
        owner(number, "other-bringer").is(200);
        owner(number, "brought").refused(422, "invalid_owner");
        owner("0", "bringer").refused(404, "unknown_referral");
        for (String path : List.of(DESK + number + "/answer", DESK + number + "/owner")) {
            bad(path, "operator", "operator");
        }
        for (String path : List.of(OWN + "/contact", OWN + "/" + number + "/dispute")) {
            bad(path, "brought", "fan");
        }
    }

    private String code(String member) {
        return String.valueOf(server.get(OWN).by(member).send().is(200).at("/code"));
    }

    private Reply contact(String member, String code) {
        return server.post(OWN + "/contact")
                .by(member)
                .json(Map.of("code", code))
                .send();
    }

    private Reply words(String path, String member, String role) {
        return server.post(path)
                .by(member, role)
                .json(Map.of("said", "It was me"))
                .send();
    }

    private Reply owner(String number, String owner) {
        return server.post(DESK + number + "/owner")
                .byOperator()
                .json(Map.of("owner", owner, "said", "She showed the message"))
                .send();
    }

    private void bad(String path, String member, String role) {
        server.post(path).by(member, role).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path).by(member, role).json(Map.of()).send().refused(422, "invalid_request");
        server.post(path)
                .by(member, role)
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }
}

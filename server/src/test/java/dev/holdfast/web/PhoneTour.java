package dev.holdfast.web;

import java.util.Map;

/// The proof of a telephone in every way that the document speaks of.
final class PhoneTour {
    private static final String PHONE = "/api/v1/me/phone";
    private static final String PROOF = PHONE + "/proof";
    private static final String NUMBER = "+8613800138000";
    private static final String LANDLINE = "+15005550009";

    private final RunningServer server;

    PhoneTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        Opening asks =
                Opening.with(server, "entry", Map.of("verified", "phone")).supplied("pro,2027-01-04,9");
        asks.order("caller", "pro").refused(409, "contact_not_verified");
        server.get(PHONE).by("caller").send().is(200);
        code("caller", "000000").refused(409, "no_code");
        number("caller", "+86 138 0013 8000").is(202);
        String right = server.texts().code(NUMBER);
        code("caller", right.equals("000000") ? "000001" : "000000").refused(409, "wrong_code");
        code("caller", right).is(200);
        server.get(PHONE).by("caller").send().is(200);
        asks.order("caller", "pro").is(201);
        number("another", NUMBER).is(202);
        code("another", server.texts().code(NUMBER)).refused(409, "number_held");
        number("caller", "110").refused(422, "invalid_number");
        number("caller", LANDLINE).refused(409, "number_refused");
        for (String path : new String[] {PHONE, PROOF}) {
            server.post(path).by("caller").body("application/json", "{").send().refused(400, "malformed_json");
            server.post(path).by("caller").json(Map.of()).send().refused(422, "invalid_request");
            server.post(path)
                    .by("caller")
                    .body("application/json", " ".repeat(2_000))
                    .send()
                    .refused(413, "body_too_large");
        }
    }

    private Reply number(String member, String number) {
        return server.post(PHONE).by(member).json(Map.of("number", number)).send();
    }

    private Reply code(String member, String code) {
        return server.post(PROOF).by(member).json(Map.of("code", code)).send();
    }
}

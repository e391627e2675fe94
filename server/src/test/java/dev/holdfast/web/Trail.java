package dev.holdfast.web;

import java.util.List;

/// What operators did, as they read it themselves.
final class Trail {
    private Trail() {}

    /// The acts on a subject, the latest first.
    static List<String> of(RunningServer server, String subject) {
        return server.get("/api/v1/operator/audit?limit=100")
                .byOperator()
                .send()
                .is(200)
                .json()
                .at("/acts")
                .valueStream()
                .filter(act -> act.at("/subject").stringValue().equals(subject))
                .map(act -> act.at("/act").stringValue())
                .toList();
    }
}

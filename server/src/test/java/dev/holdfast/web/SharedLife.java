package dev.holdfast.web;

import java.util.Map;

/// What a fan does together with others: sits in a council, lets a vote move, tells a story. Others speak of
/// them by name in each.
final class SharedLife {
    final String council;
    final String source;
    final long story;
    private final RunningServer server;
    private final CommunityLife life;

    SharedLife(RunningServer server, CommunityLife life) {
        this.server = server;
        this.life = life;
        this.council = sit();
        this.source = merge();
        this.story = tell();
    }

    /// One suggestion of theirs that is worked on and one that is not, and one of a neighbour who names them.
    private String sit() {
        CouncilWorld seats = new CouncilWorld(server).with(life.fan, life.neighbour);
        bring(seats, life.fan, "A lamp at the door", "It is dark, " + life.words);
        bring(seats, life.fan, "A bell " + life.words, "It is quiet, " + life.words);
        bring(seats, life.neighbour, "A bench for " + life.fan, "So says " + life.fan + ".");
        seats.assign(1, seats.day(12), null).is(200);
        Map<String, String> reason = CouncilWorld.texts("We asked " + life.fan + ".");
        seats.act(1, "answer", Map.of("decision", "declined", "reason", reason)).is(200);
        return seats.slug;
    }

    private void bring(CouncilWorld seats, String member, String title, String text) {
        server.post(seats.path("/suggestions"))
                .by(member)
                .json(Map.of("language", "en", "title", title, "text", text))
                .send()
                .is(201);
    }

    private String merge() {
        String from = life.propose(life.neighbour, "A hook for one bag");
        server.put("/api/v1/wishes/" + from + "/vote").by(life.fan).send().is(200);
        long merge = server.post("/api/v1/operator/wishes/" + from + "/merges")
                .byOperator()
                .json(Map.of("into", life.shared, "reason", "As " + life.fan + " says", "answerDays", 14))
                .send()
                .is(201)
                .number("/number");
        server.put("/api/v1/me/merges/" + merge)
                .by(life.fan)
                .json(Map.of("agrees", true))
                .send()
                .is(200);
        return from;
    }

    /// Shown, used, hidden for a reason, and appealed.
    private long tell() {
        StoryWorld stories = new StoryWorld(server).roles();
        int terms = stories.terms(24);
        long number = stories.tell(life.fan, life.order, terms, "Snow, " + life.words)
                .is(201)
                .number("/number");
        stories.decide(number, "product-manager", true).is(200);
        stories.desk(number, "uses", Map.of("place", "A poster with " + life.fan))
                .is(200);
        Map<String, String> reason = CouncilWorld.texts("It was not " + life.fan + ".");
        stories.desk(number, "decision", Map.of("role", "product-manager", "show", false, "reason", reason))
                .is(200);
        stories.fan(life.fan, number, "appeal", Map.of("text", "It was, " + life.words))
                .is(200);
        return number;
    }
}

package dev.holdfast.launch.lobby;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// A unit is free, and it is the turn of somebody on the waiting list.
final class CalledLetter implements LetterWriter {
    static final String KIND = "waiting_list_called";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(CalledLetter.class);

    private final Site site;
    private final InstantSource clock;

    CalledLetter(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    private record Facts(String launch, Map<String, String> name, Instant keptUntil, ZoneId zone) {}

    static String facts(String slug, LaunchDefinition launch, Instant keptUntil) {
        return JSON.writeValueAsString(new Facts(slug, launch.name(), keptUntil, launch.timeZone()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Facts told = JSON.readValue(facts, Facts.class);
        if (!clock.instant().isBefore(told.keptUntil())) {
            return Optional.empty();
        }
        Sentences words = SENTENCES.apply(to.language());
        String launch = words.name(told.name());
        return Optional.of(new Letter(
                words.say("called.subject", launch),
                words.say(
                        "called.text",
                        launch,
                        words.instant(told.keptUntil(), told.zone()),
                        site.address().resolve("/launches/" + told.launch() + "/lobby"))));
    }
}

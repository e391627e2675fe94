package dev.holdfast.web;

import dev.holdfast.community.story.Story;
import dev.holdfast.community.story.StoryFile;
import dev.holdfast.community.story.StoryGrant;
import dev.holdfast.community.story.StoryStep;
import dev.holdfast.community.story.StoryTerms;
import dev.holdfast.community.story.StoryUse;
import dev.holdfast.community.wish.Aliases;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Stories as JSON. For the public nobody's name stands in it.
final class StoryJson {
    private StoryJson() {}

    static void terms(JsonGenerator json, StoryTerms terms) {
        json.writeNumberProperty("version", terms.version());
        LaunchJson.texts(json, "uses", terms.uses());
        LaunchJson.texts(json, "places", terms.places());
        json.writeNumberProperty("months", terms.months());
        LaunchJson.texts(json, "text", terms.text());
        json.writeStringProperty("at", terms.at().toString());
    }

    static void story(JsonGenerator json, Story story, Aliases aliases) {
        json.writeNumberProperty("number", story.number());
        json.writeStringProperty("author", aliases.of(story.member()).orElse(null));
        json.writeStringProperty("launch", story.launch());
        json.writeStringProperty("language", story.language());
        json.writeStringProperty("title", story.title());
        json.writeStringProperty("text", story.text());
        json.writeStringProperty("at", story.at().toString());
        StoryGrant granted = story.granted();
        OrderJson.instant(json, "grantedUntil", granted == null ? null : granted.until());
    }

    static void file(JsonGenerator json, StoryFile file, Aliases aliases) {
        Story story = file.story();
        story(json, story, aliases);
        json.writeStringProperty("state", WishJson.word(story.state()));
        json.writeBooleanProperty("shown", story.shown());
        json.writeBooleanProperty("appealOpen", story.appealOpen());
        json.writeStringProperty("appeal", story.appealed() ? story.appeal() : null);
        json.writeArrayPropertyStart("grants");
        for (StoryGrant grant : file.grants()) {
            json.writeStartObject();
            json.writeNumberProperty("terms", grant.terms());
            json.writeStringProperty("at", grant.at().toString());
            json.writeStringProperty("until", grant.until().toString());
            OrderJson.instant(json, "withdrawnAt", grant.withdrawnAt());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("log");
        file.steps().forEach(step -> step(json, step));
        json.writeEndArray();
        uses(json, "uses", file.uses());
        uses(json, "toEnd", file.toEnd());
    }

    private static void step(JsonGenerator json, StoryStep step) {
        json.writeStartObject();
        json.writeNumberProperty("number", step.number());
        json.writeStringProperty("act", WishJson.word(step.act()));
        CouncilJson.texts(json, "roleName", step.roleName());
        CouncilJson.texts(json, "reason", step.reason());
        json.writeStringProperty("at", step.at().toString());
        json.writeEndObject();
    }

    private static void uses(JsonGenerator json, String name, List<StoryUse> uses) {
        json.writeArrayPropertyStart(name);
        for (StoryUse use : uses) {
            json.writeStartObject();
            json.writeNumberProperty("number", use.number());
            json.writeStringProperty("place", use.place());
            json.writeStringProperty("at", use.at().toString());
            OrderJson.instant(json, "endedAt", use.endedAt());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

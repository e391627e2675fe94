package dev.holdfast.web;

import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.Boilerplate;
import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.answer.Preview;
import dev.holdfast.community.answer.PromisedWish;
import dev.holdfast.community.answer.Signer;
import dev.holdfast.community.answer.SigningRole;
import dev.holdfast.community.answer.Waiting;
import dev.holdfast.community.answer.WishAnswers;
import dev.holdfast.community.wish.Decision;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes official answers.
final class AnswerJson {
    private AnswerJson() {}

    static void ofWish(JsonGenerator json, WishAnswers found) {
        json.writeStringProperty("wish", found.wish().toString());
        json.writeNumberProperty("number", found.number());
        json.writeStringProperty("class", found.wishClass());
        json.writeStringProperty("askedAt", found.askedAt().toString());
        OrderJson.instant(json, "due", found.due());
        json.writeBooleanProperty("overdue", found.overdue());
        json.writeArrayPropertyStart("answers");
        for (Answer answer : found.answers()) {
            json.writeStartObject();
            answer(json, answer);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void answer(JsonGenerator json, Answer answer) {
        json.writeNumberProperty("number", answer.number());
        json.writeStringProperty("role", answer.role());
        LaunchJson.texts(json, "roleName", answer.roleName());
        json.writeStringProperty("decision", word(answer.decision()));
        LaunchJson.texts(json, "reason", answer.reason());
        json.writeStringProperty(
                "promisedBy",
                answer.promisedBy() == null ? null : answer.promisedBy().toString());
        json.writeStringProperty("at", answer.at().toString());
    }

    static void preview(JsonGenerator json, Preview preview) {
        json.writeBooleanProperty("fromMold", preview.fromMold());
        json.writeArrayPropertyStart("reused");
        for (Boilerplate.Use use : preview.reused()) {
            json.writeStartObject();
            json.writeStringProperty("language", use.sentence().language());
            json.writeStringProperty("sentence", use.sentence().text());
            json.writeNumberProperty("wishes", use.wishes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void figures(JsonGenerator json, Figures figures) {
        json.writeObjectPropertyStart("figures");
        json.writeNumberProperty("wishes", figures.wishes());
        json.writeNumberProperty("answered", figures.answered());
        json.writeNumberProperty("coverage", figures.coverage());
        json.writeNumberProperty("overdueAnswers", figures.overdueAnswers());
        days(json, "medianDaysToAnswer", figures.medianDaysToAnswer());
        days(json, "medianDaysWaiting", figures.medianDaysWaiting());
        json.writeNumberProperty("answers", figures.answers());
        json.writeNumberProperty("fromMold", figures.fromMold());
        json.writeNumberProperty("boilerplateShare", figures.boilerplateShare());
        json.writeNumberProperty("promisesDue", figures.promisesDue());
        json.writeNumberProperty("promisesOverdue", figures.promisesOverdue());
        json.writeNumberProperty("promisesKept", figures.promisesKept());
        json.writeNumberProperty("promisesKeptLate", figures.promisesKeptLate());
        json.writeNumberProperty("promisesWithdrawn", figures.promisesWithdrawn());
        json.writeEndObject();
    }

    private static void days(JsonGenerator json, String name, @Nullable Double days) {
        if (days == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, days);
        }
    }

    static void waiting(JsonGenerator json, String name, List<Waiting> all) {
        json.writeArrayPropertyStart(name);
        for (Waiting waiting : all) {
            json.writeStartObject();
            json.writeStringProperty("wish", waiting.wish().toString());
            json.writeNumberProperty("number", waiting.number());
            json.writeStringProperty("title", waiting.title());
            json.writeStringProperty("class", waiting.wishClass());
            json.writeStringProperty("askedAt", waiting.askedAt().toString());
            json.writeStringProperty("due", waiting.due().toString());
            json.writeBooleanProperty("overdue", waiting.overdue());
            json.writeNumberProperty("supporters", waiting.supporters());
            Decision last = waiting.last();
            json.writeStringProperty("last", last == null ? null : word(last));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void promises(JsonGenerator json, List<PromisedWish> all) {
        json.writeArrayPropertyStart("promises");
        for (PromisedWish promise : all) {
            json.writeStartObject();
            json.writeStringProperty("wish", promise.wish().toString());
            json.writeNumberProperty("number", promise.number());
            json.writeStringProperty("title", promise.title());
            json.writeNumberProperty("attempt", promise.attempt());
            json.writeStringProperty("acceptedAt", promise.acceptedAt().toString());
            json.writeStringProperty("firstBy", promise.firstBy().toString());
            json.writeStringProperty("by", promise.by().toString());
            json.writeStringProperty("state", word(promise.state()));
            OrderJson.instant(json, "keptAt", promise.keptAt());
            json.writeBooleanProperty("late", promise.late());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void rules(JsonGenerator json, List<AnswerRole> roles) {
        json.writeArrayPropertyStart("roles");
        for (AnswerRole role : roles) {
            json.writeStartObject();
            json.writeStringProperty("id", role.id());
            LaunchJson.texts(json, "name", role.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("boilerplate");
        json.writeNumberProperty("many", Boilerplate.MANY);
        json.writeNumberProperty("minLetters", Boilerplate.MIN_LETTERS);
        json.writeEndObject();
    }

    static void signers(JsonGenerator json, List<SigningRole> all, String asking) {
        json.writeArrayPropertyStart("roles");
        for (SigningRole role : all) {
            json.writeStartObject();
            signers(json, role, asking);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// @param asking whose own rights are said
    static void signers(JsonGenerator json, SigningRole role, String asking) {
        json.writeStringProperty("id", role.role().id());
        LaunchJson.texts(json, "name", role.role().name());
        json.writeBooleanProperty("open", role.open());
        json.writeBooleanProperty("signs", role.signedBy(asking));
        json.writeBooleanProperty("grants", role.grantedBy(asking));
        json.writeArrayPropertyStart("signers");
        for (Signer signer : role.signers()) {
            json.writeStartObject();
            json.writeStringProperty("member", signer.member());
            json.writeBooleanProperty("grants", signer.grants());
            json.writeStringProperty("grantedBy", signer.grantedBy());
            json.writeStringProperty("since", signer.since().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

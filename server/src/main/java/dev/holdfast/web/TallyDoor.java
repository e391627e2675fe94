package dev.holdfast.web;

import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.OwnVote;
import dev.holdfast.community.wish.VoteJournal;
import dev.holdfast.community.wish.VoteRow;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Published totals of votes, and the files with which anybody adds them again.
final class TallyDoor implements Door {
    private static final int PAGE = 20;
    private static final int OWN_PAGE = 100;
    private static final String DIGITS = "\\d{1,18}";

    private final Tallies tallies;
    private final VoteJournal journal;
    private final Doorkeeper doorkeeper;

    TallyDoor(Tallies tallies, VoteJournal journal, Doorkeeper doorkeeper) {
        this.tallies = tallies;
        this.journal = journal;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "wishes/*/tallies", this::list)
                .add("GET", "wishes/*/tallies/*", this::look)
                .add("GET", "wishes/*/tallies/*/votes", this::export)
                .add("GET", "wishes/*/tallies/*/evidence", this::exportEvidence)
                .add("POST", "operator/wishes/*/tallies", this::publish)
                .add("GET", "me/votes", this::own);
    }

    private void list(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        int limit = (int) exchange.number("limit", PAGE, 1, Tallies.MAX_PAGE);
        long before = exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        List<Tally> page = tallies.of(WishDoor.id(exchange), before, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("tallies");
            for (Tally tally : page) {
                json.writeStartObject();
                write(json, tally);
                json.writeEndObject();
            }
            json.writeEndArray();
            CampaignJson.number(
                    json, "next", page.size() == limit ? page.getLast().number() : null);
        }));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Tally tally = tally(exchange);
        exchange.json(200, Json.object(json -> write(json, tally)));
    }

    /// Written as it is read: the largest takes no more memory than a page of it.
    private void export(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Tally tally = tally(exchange);
        exchange.file("votes-" + tally.number(), tally.checksum());
        tallies.export(tally, exchange.response().getOutputStream());
    }

    private void exportEvidence(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Tally tally = tally(exchange);
        exchange.file("evidence-" + tally.number(), tally.weighted().checksum());
        tallies.exportEvidence(tally, exchange.response().getOutputStream());
    }

    private void publish(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Tallies.Published published = tallies.publish(WishDoor.id(exchange), asking.member());
        exchange.json(published.replayed() ? 200 : 201, Json.object(json -> write(json, published.tally())));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        int limit = (int) exchange.number("limit", OWN_PAGE, 1, VoteJournal.MAX_OWN);
        List<OwnVote> page = journal.of(asking.member(), exchange.number("after", 0, 0, Long.MAX_VALUE), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("votes");
            for (OwnVote vote : page) {
                json.writeStartObject();
                json.writeStringProperty("wish", vote.wish().toString());
                write(json, vote.row());
                json.writeEndObject();
            }
            json.writeEndArray();
            CampaignJson.number(
                    json, "next", page.size() == limit ? page.getLast().number() : null);
        }));
    }

    private Tally tally(Exchange exchange) {
        String number = exchange.name(1);
        return tallies.find(WishDoor.id(exchange), number.matches(DIGITS) ? Long.parseLong(number) : 0);
    }

    private void write(JsonGenerator json, Tally tally) {
        json.writeNumberProperty("number", tally.number());
        json.writeStringProperty("wish", tally.wish().toString());
        json.writeStringProperty("cause", WishJson.word(tally.cause()));
        json.writeStringProperty("rule", tally.rule());
        json.writeObjectPropertyStart("cutOff");
        json.writeNumberProperty("position", tally.position());
        json.writeStringProperty("at", tally.cutAt().toString());
        json.writeEndObject();
        json.writeNumberProperty("votes", tally.votes());
        json.writeNumberProperty("withdrawals", tally.withdrawals());
        json.writeNumberProperty("total", tally.total());
        json.writeStringProperty("checksum", tally.checksum());
        json.writeNumberProperty("bytes", tally.bytes());
        json.writeStringProperty("publishedAt", tally.publishedAt().toString());
        String own = "/api/v1/wishes/" + tally.wish() + "/tallies/" + tally.number();
        json.writeStringProperty("file", own + "/votes");
        Tally.Weighted weighted = tally.weighted();
        json.writeObjectPropertyStart("weighted");
        json.writeStringProperty("rule", Tally.BY_EVIDENCE);
        json.writeNumberProperty("hundredths", weighted.hundredths());
        json.writeNumberProperty("evidence", weighted.evidence());
        json.writeStringProperty("checksum", weighted.checksum());
        json.writeNumberProperty("bytes", weighted.bytes());
        json.writeStringProperty("file", own + "/evidence");
        json.writeObjectPropertyStart("weights");
        IntegrityDoor.write(json, tallies.weights(tally));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, VoteRow row) {
        json.writeNumberProperty("position", row.position());
        json.writeNumberProperty("voter", row.voter());
        json.writeNumberProperty("change", row.change());
        json.writeStringProperty("at", row.at().toString());
        CampaignJson.number(json, "merge", row.merge());
    }
}

package dev.holdfast.service.recall;

import dev.holdfast.delivery.unit.Traced;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.member.mail.MailPage;
import dev.holdfast.member.mail.Mails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// Letters to those whose unit is called back, in the transaction of the act, and what became of them.
final class RecallNews {
    static final String KIND = "recall";

    private static final int MAX_LETTERS = 5_000;

    private final Mails mails;

    RecallNews(Mails mails) {
        this.mails = mails;
    }

    /// @param title and remedy by language
    record Told(String order, String serial, Map<String, String> title, Map<String, String> remedy) {
        Told {
            title = Map.copyOf(title);
            remedy = Map.copyOf(remedy);
        }
    }

    /// Queues a letter to every owner.
    ///
    /// @return by serial number whether there is anywhere to write to
    Map<String, Reached> tell(int recall, NewRecall told, List<Traced> units) {
        List<Traced> owned = units.stream()
                .filter(unit -> unit.state() == UnitState.DELIVERED && unit.member() != null)
                .toList();
        Map<String, Reached> reached = new HashMap<>();
        for (int from = 0; from < owned.size(); from += MAX_LETTERS) {
            List<Traced> some = owned.subList(from, Math.min(owned.size(), from + MAX_LETTERS));
            mails.queue(
                    KIND, some.stream().map(unit -> item(recall, told, unit)).toList());
            Map<String, MailPage.State> fates =
                    fates(recall, some.stream().map(Traced::serial).toList());
            some.forEach(unit ->
                    reached.put(unit.serial(), fates.containsKey(unit.serial()) ? Reached.QUEUED : Reached.BOUNCED));
        }
        return reached;
    }

    private static Mails.Item item(int recall, NewRecall told, Traced unit) {
        Told facts = new Told(String.valueOf(unit.order()), unit.serial(), told.title(), told.remedy());
        return new Mails.Item(
                news(recall, unit.serial()),
                Objects.requireNonNull(unit.member()),
                JsonMapper.shared().writeValueAsString(facts));
    }

    /// What became of the letters about these units; one that was never queued is left out.
    Map<String, MailPage.State> fates(int recall, Collection<String> serials) {
        Map<String, String> serialOf = new HashMap<>();
        serials.forEach(serial -> serialOf.put(news(recall, serial), serial));
        Map<String, MailPage.State> fates = new HashMap<>();
        mails.fates(new ArrayList<>(serialOf.keySet()))
                .forEach((news, state) -> fates.put(Objects.requireNonNull(serialOf.get(news)), state));
        return fates;
    }

    private static String news(int recall, String serial) {
        return KIND + "/" + recall + "/" + serial;
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.PledgeView;
import dev.holdfast.launch.Verdict;
import dev.holdfast.member.address.Address;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A backer's own pledge on the page of its order: how far its money has come, what is asked of them, what to do next.
///
/// @param address where to deliver; null: not said yet
record PledgeCard(
        Words words,
        Order order,
        PledgeView pledge,
        CampaignProgress campaign,
        @Nullable Address address) {

    record Asked(String id, String text, List<Choice> choices, String answer, boolean required) {}

    record Choice(String id, String name, boolean chosen) {}

    record Addition(String name, String units) {}

    String heading() {
        return words.say("pledge.money." + pledge.money());
    }

    String text() {
        var mendBy = pledge.mendBy();
        var zone = campaign.launch().definition().timeZone();
        var when = words.instant(mendBy == null ? campaign.endsAt() : mendBy, zone);
        return words.say("pledge.text." + pledge.money() + turn(), when, words.money(order.deposit()));
    }

    /// The same money means another thing once the campaign has succeeded.
    private String turn() {
        return switch (pledge.money()) {
            case OPEN -> pledge.late() ? ".late" : "";
            case TAKEN -> campaign.verdict() == Verdict.SUCCEEDED ? ".won" : "";
            case AUTHORISED, CAPTURING, MENDING, RELEASED -> "";
        };
    }

    /// Whether there is something to pay, or to pay anew by another card.
    boolean payable() {
        return order.state() == OrderState.HELD || mending();
    }

    boolean mending() {
        return pledge.money() == PledgeMoney.MENDING;
    }

    String payButton() {
        var key = mending() ? "pledge.mend" : pledge.late() ? "pay.button" : "pledge.authorise";
        return words.say(key, words.money(order.deposit()));
    }

    /// Before the end; or unpaid; or once the money is there, by the launch's own rules.
    boolean cancellable() {
        boolean undecided = campaign.verdict() == null;
        return order.state() == OrderState.HELD
                || (undecided ? !campaign.ended() : pledge.money() == PledgeMoney.TAKEN);
    }

    List<Addition> additions() {
        return pledge.addOns().entrySet().stream()
                .map(held -> new Addition(name(held.getKey()), words.number(held.getValue())))
                .toList();
    }

    private String name(String addOn) {
        return campaign.campaign()
                .addOn(addOn)
                .map(found -> words.name(found.name()))
                .orElse(addOn);
    }

    boolean asks() {
        return order.live() && order.state() != OrderState.HELD;
    }

    List<Asked> questions() {
        return campaign.campaign().survey().stream().map(this::asked).toList();
    }

    private Asked asked(Campaign.Question question) {
        var answer = pledge.answers().getOrDefault(question.id(), "");
        var choices = question.choices().stream()
                .map(choice -> new Choice(
                        choice.id(), words.name(choice.name()), choice.id().equals(answer)))
                .toList();
        return new Asked(question.id(), words.name(question.text()), choices, answer, question.required());
    }

    String answerText(Asked asked) {
        return asked.choices().stream()
                .filter(Choice::chosen)
                .map(Choice::name)
                .findFirst()
                .orElse(asked.answer());
    }

    String locks() {
        var at = campaign.campaign().surveyLocksAt();
        if (at == null) {
            return words.say("survey.open");
        }
        var when = words.instant(at, campaign.launch().definition().timeZone());
        return words.say(pledge.locked() ? "survey.locked" : "survey.locks", when);
    }

    /// The parts of the address with what they hold, in the order of a form.
    List<Map.Entry<String, String>> parts() {
        var is = address == null ? new Address("", "", "", "", "", "", "CN") : address;
        return List.of(
                Map.entry("recipient", is.recipient()),
                Map.entry("phone", is.phone()),
                Map.entry("lines", is.lines()),
                Map.entry("city", is.city()),
                Map.entry("region", is.region()),
                Map.entry("postcode", is.postcode()),
                Map.entry("country", is.country()));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.address.Address;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a backer does on the page of a pledge: answers the survey, says where to deliver.
@Controller
class PledgePages {
    private static final String ANSWER = "answer.";

    private final Campaigns campaigns;
    private final Reviews reviews;
    private final OrderPageMaker maker;
    private final Templates templates;

    PledgePages(Campaigns campaigns, Reviews reviews, OrderPageMaker maker, Templates templates) {
        this.campaigns = campaigns;
        this.reviews = reviews;
        this.maker = maker;
        this.templates = templates;
    }

    @PostMapping("/orders/{id}/survey")
    View answer(Frame frame, @PathVariable String id, @RequestParam Map<String, String> said) {
        var answers = new HashMap<String, String>();
        said.forEach((name, answer) -> {
            if (name.startsWith(ANSWER) && !answer.isBlank()) {
                answers.put(name.substring(ANSWER.length()), answer.strip());
            }
        });
        var order = OrderPages.order(id);
        return after(frame, order, () -> campaigns.answer(order, frame.asker(), answers));
    }

    @PostMapping("/orders/{id}/address")
    View address(Frame frame, @PathVariable String id, @RequestParam Map<String, String> said) {
        var address = new Address(
                part(said, "recipient"),
                part(said, "phone"),
                part(said, "lines"),
                part(said, "city"),
                part(said, "region"),
                part(said, "postcode"),
                part(said, "country"));
        var order = OrderPages.order(id);
        return after(frame, order, () -> {
            campaigns.deliverTo(order, frame.asker(), address);
            reviews.delivered(order, address);
        });
    }

    private static String part(Map<String, String> said, String name) {
        return said.getOrDefault(name, "").strip();
    }

    private View after(Frame frame, OrderId order, Runnable act) {
        try {
            act.run();
            return SeeOther.to("/orders/" + order + "#survey-title");
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID, CONFLICT ->
                    templates.refusal(
                            "order", maker.notKept(frame.at("/orders/" + order), order, refused), status(refused));
                default -> throw refused;
            };
        }
    }

    private static int status(Problem refused) {
        return refused.kind() == Problem.Kind.INVALID ? 422 : 409;
    }
}

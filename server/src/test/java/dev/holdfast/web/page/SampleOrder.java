package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of an order: bare, and then with what a sample wants to show on it.
final class SampleOrder {
    private final Frame frame;
    private final OrderHistory history;
    private final LaunchView launch;
    private @Nullable Picture picture;
    private @Nullable String odds;
    private @Nullable ReviewPart review;
    private @Nullable PledgeCard pledge;
    private @Nullable UnitPart unit;
    private boolean forfeit;
    private List<String> ways = List.of();

    SampleOrder(Frame frame, OrderHistory history, LaunchView launch) {
        this.frame = frame;
        this.history = history;
        this.launch = launch;
    }

    SampleOrder picture(Picture picture) {
        this.picture = picture;
        return this;
    }

    SampleOrder odds(String odds) {
        this.odds = odds;
        return this;
    }

    SampleOrder review(ReviewPart review) {
        this.review = review;
        return this;
    }

    SampleOrder pledge(PledgeCard pledge) {
        this.pledge = pledge;
        return this;
    }

    SampleOrder unit(UnitPart unit) {
        this.unit = unit;
        return this;
    }

    SampleOrder forfeit(boolean forfeit) {
        this.forfeit = forfeit;
        return this;
    }

    SampleOrder ways(List<String> ways) {
        this.ways = ways;
        return this;
    }

    String render() {
        return SamplePages.render(
                "order",
                new OrderPage(
                        frame, history, launch, picture, odds, review, forfeit, false, ways, null, pledge, unit,
                        List.of(), false));
    }
}

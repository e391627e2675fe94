package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of those who run launches, in the order in which the head of each of them lists them. A new one is added
/// here, gets its name as `room.NAME` in both languages, and stands in `staff.jte`.
enum Room {
    LAUNCHES("/operator", false),
    DESK("/operator/launches/{launch}", false),
    LIVE("/operator/launches/{launch}/live", false),
    PLAN("/operator/launches/{launch}/plan", false),
    ORDERS("/operator/launches/{launch}/orders", false),
    QUESTIONS("/operator/launches/{launch}/questions", true),
    REVIEWS("/operator/launches/{launch}/reviews", true),
    OWED("/operator/launches/{launch}/owed", true),
    CAMPAIGN("/operator/launches/{launch}/campaign", true),
    ANSWERS("/operator/answers", true),
    COUNCILS("/operator/councils", true),
    EVENTS("/operator/events", true),
    STORIES("/operator/stories", true),
    PAYMENTS("/operator/payments", true),
    REFUNDS("/operator/refunds", true),
    AUDIT("/operator/audit", true),
    MAIL("/operator/mail", true),
    POINTS("/operator/points", true),
    REFERRALS("/operator/referrals", true),
    WEBHOOKS("/operator/webhooks", true),
    PEOPLE("/operator/people", true);

    private static final String SLUG = "{launch}";

    private final String address;
    private final boolean operatorsOnly;

    /// @param operatorsOnly whether planners are kept out; the page itself asks [Frame#operating] for that
    Room(String address, boolean operatorsOnly) {
        this.address = address;
        this.operatorsOnly = operatorsOnly;
    }

    /// The way into a room.
    record Door(Room room, String address) {}

    /// @param launch null: the page is about no launch, so the rooms of one are not offered
    static List<Door> doors(Frame frame, @Nullable LaunchView launch) {
        return Arrays.stream(values())
                .filter(room -> launch != null ? !room.ofTheHouse() : !room.ofOneLaunch())
                .filter(room -> frame.operator() || !room.operatorsOnly)
                .filter(room -> room != CAMPAIGN
                        || (launch != null && launch.definition().campaign() != null))
                .map(room -> new Door(room, room.address(launch == null ? "" : launch.slug())))
                .toList();
    }

    String address(String slug) {
        return address.replace(SLUG, slug);
    }

    /// Looked after now and then, and about no launch: beside a launch's own rooms they would push those off the
    /// screen.
    private boolean ofTheHouse() {
        return this == POINTS
                || this == REFERRALS
                || this == WEBHOOKS
                || this == PEOPLE
                || this == ANSWERS
                || this == COUNCILS
                || this == EVENTS
                || this == STORIES;
    }

    boolean ofOneLaunch() {
        return address.contains(SLUG);
    }
}

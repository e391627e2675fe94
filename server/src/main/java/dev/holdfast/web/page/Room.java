package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages of those who run launches, group by group and in the order in which the head of each of them
/// lists them. A new one is added here, in one of the groups, gets its name as `room.NAME` in both
/// languages, and stands in `staff.jte`.
enum Room {
    LAUNCHES(Group.LAUNCHES, "/operator", false),
    DESK(Group.LAUNCHES, "/operator/launches/{launch}", false),
    LIVE(Group.LAUNCHES, "/operator/launches/{launch}/live", false),
    PLAN(Group.LAUNCHES, "/operator/launches/{launch}/plan", false),
    ORDERS(Group.LAUNCHES, "/operator/launches/{launch}/orders", false),
    QUESTIONS(Group.LAUNCHES, "/operator/launches/{launch}/questions", true),
    REVIEWS(Group.LAUNCHES, "/operator/launches/{launch}/reviews", true),
    OWED(Group.LAUNCHES, "/operator/launches/{launch}/owed", true),
    QUALITY(Group.LAUNCHES, "/operator/launches/{launch}/quality", true),
    CAMPAIGN(Group.LAUNCHES, "/operator/launches/{launch}/campaign", true),
    ANSWERS(Group.FANS, "/operator/answers", true),
    MERGES(Group.FANS, "/operator/merges", true),
    VOTES(Group.FANS, "/operator/votes", true),
    COUNCILS(Group.FANS, "/operator/councils", true),
    EVENTS(Group.FANS, "/operator/events", true),
    STORIES(Group.FANS, "/operator/stories", true),
    OVERDUE(Group.FANS, "/operator/overdue", true),
    POINTS(Group.FANS, "/operator/points", true),
    REFERRALS(Group.FANS, "/operator/referrals", true),
    PAYMENTS(Group.MONEY, "/operator/payments", true),
    REFUNDS(Group.MONEY, "/operator/refunds", true),
    BALANCES(Group.MONEY, "/operator/balances", true),
    STATEMENTS(Group.MONEY, "/operator/statements", true),
    LENDERS(Group.MONEY, "/operator/lenders", true),
    TAX_REQUESTS(Group.MONEY, "/operator/tax-requests", true),
    NETWORK(Group.ADMINISTRATION, "/operator/network", true),
    AUDIT(Group.ADMINISTRATION, "/operator/audit", true),
    MAIL(Group.ADMINISTRATION, "/operator/mail", true),
    WEBHOOKS(Group.ADMINISTRATION, "/operator/webhooks", true),
    PEOPLE(Group.ADMINISTRATION, "/operator/people", true);

    private static final String SLUG = "{launch}";

    private final Group group;
    private final String address;
    private final boolean operatorsOnly;

    /// @param operatorsOnly whether planners are kept out; the page itself asks [Frame#operating] for that
    Room(Group group, String address, boolean operatorsOnly) {
        this.group = group;
        this.address = address;
        this.operatorsOnly = operatorsOnly;
    }

    /// What the first row of the head leads to, so that the second has room for all of one group. Its
    /// name is `rooms.NAME` in both languages.
    enum Group {
        LAUNCHES,
        FANS,
        MONEY,
        ADMINISTRATION
    }

    /// The way into a room.
    ///
    /// @param name the key of its sentence
    /// @param here whether the reader is in it
    record Door(String name, String address, boolean here) {}

    /// One for each group that the reader may enter: its first room.
    static List<Door> groups(Frame frame, Room here) {
        return Arrays.stream(Group.values())
                .flatMap(group -> of(group, frame).limit(1))
                .map(room -> new Door("rooms." + room.group, room.address, room.group == here.group))
                .toList();
    }

    /// The rooms of the group, or of the launch that the page is about; none where there is nothing to
    /// choose.
    List<Door> beside(Frame frame, @Nullable LaunchView launch) {
        var doors = ofOneLaunch() && launch != null
                ? ofLaunch(frame, launch)
                : of(group, frame).map(room -> room.door("")).toList();
        return doors.size() < 2
                ? List.of()
                : doors.stream()
                        .map(door -> new Door(door.name, door.address, door.name.equals(nameKey())))
                        .toList();
    }

    /// The rooms of one launch.
    static List<Door> ofLaunch(Frame frame, LaunchView launch) {
        return Arrays.stream(values())
                .filter(room -> room.ofOneLaunch() && room.lets(frame))
                .filter(room -> room != CAMPAIGN || launch.definition().campaign() != null)
                .map(room -> room.door(launch.slug()))
                .toList();
    }

    private static Stream<Room> of(Group group, Frame frame) {
        return Arrays.stream(values()).filter(room -> room.group == group && room.lets(frame) && !room.ofOneLaunch());
    }

    String address(String slug) {
        return address.replace(SLUG, slug);
    }

    private Door door(String slug) {
        return new Door(nameKey(), address(slug), false);
    }

    private String nameKey() {
        return "room." + name();
    }

    private boolean lets(Frame frame) {
        return frame.operator() || !operatorsOnly;
    }

    private boolean ofOneLaunch() {
        return address.contains(SLUG);
    }
}

package dev.holdfast.delivery.handover;

import java.util.List;
import java.util.Map;

/// What is looked at and explained at a hand-over of a launch.
///
/// @param version that a hand-over keeps once it has begun; 0: what counts where nobody wrote one
public record Checklist(int version, List<Point> points) {
    static final Checklist DEFAULT = new Checklist(
            0,
            List.of(
                    point("identity", "The owner showed who they are", "已核对车主身份", true),
                    point("serial", "The serial number is that of the order", "序列号与订单一致", true),
                    point("outside", "The outside is without fault", "外观无瑕疵", true),
                    point("inside", "The inside is without fault", "内部无瑕疵", true),
                    point("accessories", "Everything that belongs to it is there", "随附物品齐全", true),
                    point("explained", "It was shown and explained", "已讲解和演示", false)));

    public Checklist {
        points = List.copyOf(points);
    }

    private static Point point(String id, String english, String chinese, boolean needed) {
        return new Point(id, Map.of("en", english, "zh", chinese), needed, false);
    }
}

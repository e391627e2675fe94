package dev.holdfast.launch.lobby;

import org.springframework.context.ApplicationContext;

/// Lets a waiting room be looked after now rather than within the second in which the server does it by itself.
public final class RoomNow {
    private static final int MOST_TRIES = 100;

    private RoomNow() {}

    public static Now look(ApplicationContext server, String slug) {
        Rooms rooms = server.getBean(Rooms.class);
        return rooms.look(rooms.room(slug));
    }

    /// Until its list is frozen and, if the figure is known, its places are worked out.
    public static void settle(ApplicationContext server, String slug) throws InterruptedException {
        Rooms rooms = server.getBean(Rooms.class);
        for (int i = 0; i < MOST_TRIES; i++) {
            Room room = rooms.room(slug);
            rooms.look(room);
            LobbyRow row = room.row();
            LobbyRow.Freeze freeze = row.freeze();
            boolean frozen = freeze != null && freeze.root() != null;
            if (frozen && (row.figure() == null || room.everybodyHasAPlace(row))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The draw of " + slug + " was not worked out.");
    }
}

package dev.holdfast.launch.lobby;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;

/// Calls those who wait for a unit to come free, and queues a letter to each in the same transaction: nobody is called
/// without being told, and nobody is told twice.
final class WaitingList {
    private final WaitingListStore store;
    private final Mails mails;

    WaitingList(WaitingListStore store, Mails mails) {
        this.store = store;
        this.mails = mails;
    }

    WaitingListStore store() {
        return store;
    }

    /// @param spare units left once everybody in line was called: for those who let a turn pass
    void call(Room room, LaunchDefinition launch, long serving, long positions, long spare) {
        WaitingRoom definition = launch.waitingRoom();
        Duration keep = definition == null ? WaitingRoom.LIST_FOR : definition.listFor();
        var called = store.call(room.launch, serving, positions, spare, keep);
        if (!called.isEmpty()) {
            mails.queue(
                    CalledLetter.KIND,
                    called.stream().map(member -> letter(room, launch, member)).toList());
        }
    }

    private static Mails.Item letter(Room room, LaunchDefinition launch, WaitingListStore.Called called) {
        return new Mails.Item(
                CalledLetter.KIND + "/" + room.slug + "/" + called.at(),
                called.member(),
                CalledLetter.facts(room.slug, launch, called.keptUntil()));
    }
}

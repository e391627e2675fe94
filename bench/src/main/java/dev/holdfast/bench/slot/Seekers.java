package dev.holdfast.bench.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.bench.check.Seeker;
import dev.holdfast.bench.load.Saturated;
import dev.holdfast.bench.load.Tokens;
import dev.holdfast.bench.slot.Centres.Person;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A crowd that wants slots, all at once: who is refused one looks at the list again and asks for another, until they
/// have one or are told that it is not their turn.
///
/// Most of them want the earliest that is left, as people do, so that most bookings meet on one counter. One in thirty
/// presses twice; one in thirty asks for two slots at once, from two devices.
final class Seekers implements Saturated.Conversation {
    private static final int ONE_IN = 30;
    /// So many of ten want the earliest time.
    private static final int WANT_EARLIEST = 7;

    private final List<Person> people;
    private final List<byte[]> heads = new ArrayList<>();
    /// By region, the slots of which nobody was told yet that they are full, the earliest first.
    private final Map<String, List<Long>> open = new HashMap<>();
    private final Map<String, List<Long>> all;
    private final List<Set<Long>> told = new ArrayList<>();
    private final int[] underWay;
    private final long[] wanted;
    private final boolean[] over;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Random random;
    private final Map<String, Integer> unexpected = new TreeMap<>();
    private int booked;
    private int refused;
    private int gone;

    /// @param same as the one before
    private record Wish(int person, boolean same) {}

    private record Sent(int person, long slot) {}

    /// @param slots by region, the earliest first
    Seekers(String host, List<Person> people, Map<String, List<Long>> slots, Tokens tokens, long seed) {
        this.random = new Random(seed);
        this.people = new ArrayList<>(people);
        Collections.shuffle(this.people, random);
        this.all = slots;
        this.underWay = new int[people.size()];
        this.wanted = new long[people.size()];
        this.over = new boolean[people.size()];
        slots.forEach((region, numbers) -> open.put(region, new ArrayList<>(numbers)));
        for (int person = 0; person < this.people.size(); person++) {
            Person who = this.people.get(person);
            told.add(new HashSet<>());
            heads.add(("POST /api/v1/orders/" + who.order() + "/slots/hold HTTP/1.1\r\nHost: " + host
                            + "\r\nAuthorization: Bearer " + tokens.sign(who.member(), "fan")
                            + "\r\nContent-Type: application/json\r\nContent-Length: ")
                    .getBytes(US_ASCII));
            wish(person, false);
            if (random.nextInt(ONE_IN) == 0) {
                wish(person, true);
            } else if (random.nextInt(ONE_IN) == 0) {
                wish(person, false);
            }
        }
    }

    private void wish(int person, boolean same) {
        wishes.add(new Wish(person, same));
        underWay[person]++;
    }

    /// A slot that is open as far as they know; when none is, those who know that a place is kept for them look at the
    /// list again, and the others give up.
    ///
    /// @return 0: none
    private long choose(int person) {
        Person who = people.get(person);
        List<Long> left = open.getOrDefault(who.crowd().region(), List.of());
        if (left.isEmpty() && who.inTurn()) {
            left = new ArrayList<>(all.getOrDefault(who.crowd().region(), List.of()));
            Collections.shuffle(left, random);
            open.put(who.crowd().region(), left);
        }
        if (left.isEmpty()) {
            return 0;
        }
        return left.get(random.nextInt(10) < WANT_EARLIEST ? 0 : random.nextInt(left.size()));
    }

    @Override
    public Saturated.@Nullable Request next() {
        for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            int person = wish.person();
            long slot = wish.same() ? wanted[person] : choose(person);
            if (slot != 0) {
                wanted[person] = slot;
                sent.add(new Sent(person, slot));
                return request(person, slot);
            }
            underWay[person]--;
            refused++;
        }
        return null;
    }

    private Saturated.Request request(int person, long slot) {
        String body = "{\"slot\":" + slot + "}";
        byte[] rest = (body.length() + "\r\n\r\n" + body).getBytes(US_ASCII);
        byte[] head = heads.get(person);
        ByteBuffer bytes =
                ByteBuffer.allocate(head.length + rest.length).put(head).put(rest);
        return new Saturated.Request(sent.size() - 1, bytes.flip());
    }

    @Override
    public void answered(int ticket, int status, byte[] bytes, int from, int to) {
        String body = new String(bytes, from, to - from, UTF_8);
        Sent wish = sent.get(ticket);
        int person = wish.person();
        underWay[person]--;
        if (status == 200 && body.contains("\"slot\":{\"slot\":" + wish.slot() + ",")) {
            booked += told.get(person).add(wish.slot()) ? 1 : 0;
            over[person] = true;
            if (told.get(person).size() > 1) {
                reopen(person);
            }
        } else if (status == 409 && body.contains("\"slot_gone\"")) {
            gone++;
            open.getOrDefault(people.get(person).crowd().region(), List.of()).remove((Long) wish.slot());
        } else if (status == 409 && body.contains("\"not_your_turn\"")) {
            refused++;
            over[person] = true;
        } else {
            unexpected.merge(status + " " + body, 1, Integer::sum);
            over[person] = true;
        }
        if (!over[person] && underWay[person] == 0) {
            wish(person, false);
        }
    }

    /// Whoever has one and is given another leaves the first to others; which one that was is not told.
    private void reopen(int person) {
        List<Long> left = open.computeIfAbsent(people.get(person).crowd().region(), region -> new ArrayList<>());
        told.get(person).stream().filter(slot -> !left.contains(slot)).forEach(left::addFirst);
    }

    /// Slots that somebody was told are theirs; who moved from one to another was told twice.
    int booked() {
        return booked;
    }

    /// How often somebody heard that it is not their turn, or saw that nothing is left.
    int refused() {
        return refused;
    }

    /// Answers that the slot is full.
    int gone() {
        return gone;
    }

    /// Answers that no rule foresees, and how often each came.
    Map<String, Integer> unexpected() {
        return Collections.unmodifiableMap(unexpected);
    }

    List<Seeker> log() {
        var log = new ArrayList<Seeker>();
        for (int person = 0; person < people.size(); person++) {
            Person who = people.get(person);
            log.add(new Seeker(who.order(), who.crowd().region(), who.inTurn(), told.get(person)));
        }
        return log;
    }
}

package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.integrity.Appeal;
import dev.holdfast.community.integrity.Evidence;
import dev.holdfast.community.integrity.OwnEvidence;
import dev.holdfast.community.integrity.VoteSignal;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.integrity.WatchedVotes;
import dev.holdfast.community.integrity.WatchedWish;
import dev.holdfast.community.merge.Merge;
import dev.holdfast.community.merge.Said;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes of votes, for fans and for those who look after them, from the sample world.
final class SampleVotes {
    private static final Assets ASSETS = new Assets();
    private static final VoteWeights WEIGHTS =
            new VoteWeights(1, 40, 24, 50, 3, 20, 20, 20, 30, NOW.minus(Duration.ofDays(80)));

    private final Words words;
    private final Wish source;
    private final Wish target;

    /// @param source a wish with supporters
    /// @param target one that says the same
    SampleVotes(Words words, Wish source, Wish target) {
        this.words = words;
        this.source = source;
        this.target = target;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("wish-votes", render("wishVotes", counts()));
        pages.put("desk-votes", render("staffVotes", room()));
        pages.put("desk-vote", render("staffVote", watched()));
        pages.put("desk-merges", render("staffMerges", merges()));
        pages.put("desk-merge", render("staffMerge", merge()));
        return pages;
    }

    MergeLine asked() {
        return line(Merge.State.ASKING, true, null);
    }

    MergeLine takenBack() {
        return line(Merge.State.UNDONE, false, new Said(true, true));
    }

    private String undone() {
        return english() ? "One of them needs another plug." : "其中一条需要另一种插头。";
    }

    private MergeLine line(Merge.State state, boolean asks, @Nullable Said said) {
        boolean over = state != Merge.State.ASKING;
        var merge = new Merge(
                3,
                source.id(),
                target.id(),
                state,
                english() ? "Both ask for more power at home." : "两者都希望提高家用功率。",
                NOW.minus(Duration.ofDays(4)),
                NOW.plus(Duration.ofDays(10)),
                over ? 31 : 0,
                over ? 2 : 0,
                over ? 30 : 0,
                over ? NOW.minus(Duration.ofDays(2)) : null,
                null,
                over ? NOW.minus(Duration.ofDays(1)) : null,
                over ? undone() : null);
        return new MergeLine(
                words, merge, source, target, tally(source, 4_812, 480_950), tally(target, 37, 3_700), asks, said);
    }

    LighterVote lighter(@Nullable Boolean lifted) {
        var evidence = List.of(
                new Evidence(17, 4_011, VoteSignal.DEVICE, 3, 1, NOW.minus(Duration.ofDays(9))),
                new Evidence(18, 4_011, VoteSignal.NEW_ACCOUNT, 5, 1, NOW.minus(Duration.ofDays(9))));
        return new LighterVote(
                words,
                source,
                evidence.stream()
                        .map(one -> new OwnEvidence(source.id(), one, Boolean.TRUE.equals(lifted)))
                        .toList(),
                WEIGHTS,
                lifted == null ? null : appeal(lifted));
    }

    private Appeal appeal(@Nullable Boolean lifted) {
        return new Appeal(
                12,
                source.id(),
                4_011,
                "fan-000871",
                english() ? "We are a family of three and share a tablet." : "我们一家三口共用一台平板。",
                NOW.minus(Duration.ofDays(2)),
                lifted,
                lifted == null ? null : english() ? "Three people at one address." : "同一地址住着三个人。",
                lifted == null ? null : "operator-1",
                lifted == null ? null : NOW.minus(Duration.ofDays(1)));
    }

    private static Tally tally(Wish wish, int total, long hundredths) {
        return new Tally(
                7,
                wish.id(),
                Tally.Cause.DAILY,
                Tally.ONE_VOTE_EACH,
                total + 18,
                NOW.minus(Duration.ofHours(9)),
                total + 9,
                9,
                180_211,
                "5f2a9c1d7be04836a1c2d3e4f5a6b7c85f2a9c1d7be04836a1c2d3e4f5a6b7c8",
                new Tally.Weighted(
                        hundredths, 1, 42, "a1c2d3e4f5a6b7c85f2a9c1d7be04836a1c2d3e4f5a6b7c85f2a9c1d7be04836", 1_911),
                NOW.minus(Duration.ofHours(9)));
    }

    private WishVotesPage counts() {
        return new WishVotesPage(
                frame("fan"),
                WishLine.of(source, List.of(), words),
                List.of(tally(source, 4_812, 480_950), tally(source, 4_790, 479_100)),
                WEIGHTS,
                20);
    }

    private StaffAppeal waiting() {
        var noticed = new Evidence(17, 4_011, VoteSignal.DEVICE, 3, 1, NOW.minus(Duration.ofDays(9)));
        return new StaffAppeal(appeal(null), source, List.of(noticed));
    }

    private StaffVotesPage room() {
        var most = new WatchedWish(
                source.id(), Map.of(VoteSignal.BURST, 112, VoteSignal.NEW_ACCOUNT, 41, VoteSignal.DEVICE, 6));
        var little = new WatchedWish(target.id(), Map.of(VoteSignal.NETWORK, 22));
        return new StaffVotesPage(
                frame("operator"),
                List.of(waiting()),
                false,
                List.of(
                        new StaffVotesPage.Row(source, most, tally(source, 4_812, 480_950)),
                        new StaffVotesPage.Row(target, little, null)),
                WEIGHTS,
                0,
                25,
                Typed.NOTHING,
                null);
    }

    private StaffVotePage watched() {
        var evidence = List.of(
                new Evidence(1, 311, VoteSignal.BURST, 112, 1, NOW.minus(Duration.ofDays(9))),
                new Evidence(2, 312, VoteSignal.BURST, 112, 1, NOW.minus(Duration.ofDays(9))),
                new Evidence(3, 4_011, VoteSignal.DEVICE, 3, 1, NOW.minus(Duration.ofDays(9))),
                new Evidence(4, 4_011, VoteSignal.DEVICE, 3, -1, NOW.minus(Duration.ofDays(1))));
        return new StaffVotePage(
                frame("operator"),
                source,
                new WatchedVotes(sums(), bursts(), Duration.ofHours(12), bars()),
                WEIGHTS,
                tally(source, 4_812, 480_950),
                List.of(waiting()),
                evidence,
                160,
                Typed.NOTHING,
                null);
    }

    private static List<WatchedVotes.Sum> sums() {
        return List.of(
                new WatchedVotes.Sum(VoteSignal.BURST, 112, 0, 71),
                new WatchedVotes.Sum(VoteSignal.DEVICE, 6, 1, 4),
                new WatchedVotes.Sum(VoteSignal.NEW_ACCOUNT, 41, 0, 23));
    }

    private static List<WatchedVotes.Burst> bursts() {
        return List.of(
                new WatchedVotes.Burst(Instant.parse("2026-10-30T12:10:00Z"), 71),
                new WatchedVotes.Burst(Instant.parse("2026-11-11T03:40:00Z"), 41));
    }

    /// Forty days, quiet at night, with two evenings on which something else went on.
    private static List<WatchedVotes.Bar> bars() {
        var bars = new ArrayList<WatchedVotes.Bar>();
        var began = Instant.parse("2026-10-11T00:00:00Z");
        for (int half = 0; half < 80; half++) {
            int burst = half == 38 ? 71 : half == 62 ? 41 : 0;
            int votes = half % 2 == 0 ? 22 + half * 7 % 13 : 43 + half * 11 % 17;
            bars.add(new WatchedVotes.Bar(began.plus(Duration.ofHours(12L * half)), votes + burst, burst));
        }
        return bars;
    }

    private StaffMergesPage merges() {
        return new StaffMergesPage(
                frame("operator"),
                List.of(new StaffMergesPage.Row(asked().merge(), source, target)),
                false,
                50,
                "",
                null);
    }

    private StaffMergePage merge() {
        return new StaffMergePage(
                frame("operator"),
                new StaffMergePage.Counted(source, tally(source, 4_812, 480_950)),
                List.of(
                        new StaffMergePage.Counted(target, tally(target, 37, 3_700)),
                        new StaffMergePage.Counted(target, null)),
                List.of(line(Merge.State.ASKING, false, null)),
                Typed.NOTHING,
                null);
    }

    private boolean english() {
        return words == Words.ENGLISH;
    }

    private Frame frame(String role) {
        var session = new Session(role + "-1", Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }

    private static String render(String template, Object page) {
        return SamplePages.render(template, page);
    }
}

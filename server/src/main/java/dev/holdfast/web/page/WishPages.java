package dev.holdfast.web.page;

import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishDesk;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishQuery;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list of wishes, a reader's own, and where a new one is written.
@Controller
class WishPages {
    private static final int SHOWN = 20;
    private static final int SIMILAR = 5;

    private final Wishes wishes;
    private final WishVotes votes;
    private final WishDesk desk;
    private final SimilarWishes similar;
    private final MergeLines merges;
    private final LighterVotes lighter;
    private final FiguresShelf figures;
    private final Templates templates;

    WishPages(
            Wishes wishes,
            WishVotes votes,
            WishDesk desk,
            SimilarWishes similar,
            MergeLines merges,
            LighterVotes lighter,
            FiguresShelf figures,
            Templates templates) {
        this.wishes = wishes;
        this.votes = votes;
        this.desk = desk;
        this.similar = similar;
        this.merges = merges;
        this.lighter = lighter;
        this.figures = figures;
        this.templates = templates;
    }

    @GetMapping("/wishes")
    Page all(
            Frame frame,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(name = "class", defaultValue = "") String wishClass,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String words) {
        var said = words.strip();
        var query = new WishQuery(WishLine.known(wishClass, desk.classes()), state(state), order(order), after);
        var page = said.isEmpty() ? wishes.page(query, SHOWN) : null;
        var found = page == null ? similar.to(said, SHOWN) : page.wishes();
        var next = page == null ? null : page.next();
        return templates.page("wishes", new WishesPage(frame, query, said, desk.classes(), found, next, figures.now()));
    }

    private static WishQuery.Order order(String word) {
        return WishesPage.ORDERS.stream()
                .filter(order -> WishesPage.word(order).equals(word))
                .findFirst()
                .orElse(WishesPage.ORDERS.getFirst());
    }

    private static @Nullable WishState state(String word) {
        return WishesPage.STATES.stream()
                .filter(state -> WishesPage.word(state).equals(word))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/wishes/mine")
    Page mine(Frame frame) {
        var member = frame.asker().member();
        var standing = votes.standing(member);
        return templates.page(
                "myWishes",
                new MyWishesPage(
                        frame,
                        desk.classes(),
                        standing,
                        merges.asked(frame.words(), member),
                        lighter.of(frame.words(), member),
                        wishes.of(member),
                        inOrder(standing.supported()),
                        inOrder(standing.followed())));
    }

    /// As the ids are, which is the latest first.
    private List<Wish> inOrder(List<WishId> ids) {
        var found = wishes.some(ids);
        return ids.stream()
                .flatMap(id -> found.stream().filter(wish -> wish.id().equals(id)))
                .toList();
    }

    @GetMapping("/wishes/new")
    Page write(Frame frame) {
        return templates.page("newWish", page(frame, new Proposal("", "", "", ""), List.of(), null));
    }

    /// What a page asks for while somebody types: a part of the page, and nothing to act on but links and buttons.
    @GetMapping("/wishes/similar")
    Page similar(Frame frame, @RequestParam(defaultValue = "") String title) {
        var found = page(frame, new Proposal("", "", "", ""), similar.to(title.strip(), SIMILAR), null);
        return templates.page("similarWishes", found);
    }

    /// Proposes it, unless there are similar ones that the reader has not seen: then those are shown first.
    ///
    /// @param looked whether they were
    @PostMapping("/wishes")
    View propose(
            Frame frame,
            @RequestParam(name = "class", defaultValue = "") String wishClass,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean looked) {
        var member = frame.asker().member();
        var language = frame.words() == Words.CHINESE ? "zh" : "en";
        var typed = new Proposal(
                Objects.requireNonNullElse(WishLine.known(wishClass, desk.classes()), ""),
                language,
                title.strip(),
                ReviewPages.said(text));
        var here = frame.at("/wishes/new");
        var like = similar.to(typed.title() + "\n" + typed.text(), SIMILAR);
        if (!looked && !like.isEmpty()) {
            return templates.page("newWish", page(here, typed, like, null));
        }
        try {
            return SeeOther.to("/wishes/" + wishes.propose(typed, member).wish().id());
        } catch (Problem refused) {
            var notice = WishActs.notice(frame.words(), refused);
            return templates.refusal("newWish", page(here, typed, like, notice), PageProblems.status(refused));
        }
    }

    private NewWishPage page(Frame frame, Proposal typed, List<Wish> like, @Nullable Notice notice) {
        return new NewWishPage(frame, desk.classes(), typed, like, notice);
    }
}

package dev.holdfast.community.spec;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.SpecVersion;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of specs: products, their versions, and what changed because somebody wished it.
public final class Specs {
    public static final int MAX_NAME = 80;
    public static final int MAX_VALUE = 500;
    public static final int MAX_EVIDENCE = 500;

    /// In one version. More is another product.
    public static final int MAX_CHANGES = 200;

    static final int MAX_PRODUCTS = 200;
    private static final int MAX_VERSIONS = 1_000;

    private final SpecStore store;
    private final Wishes wishes;
    private final WishNews news;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    Specs(
            SpecStore store,
            Wishes wishes,
            WishNews news,
            TransactionTemplate transactions,
            Members members,
            InstantSource clock) {
        this.store = store;
        this.wishes = wishes;
        this.news = news;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Adds a product, or names it anew.
    ///
    /// @throws Problem INVALID with every fault
    public void define(Product product, String operator) {
        SpecCheck.hold(product);
        transactions.executeWithoutResult(status -> {
            store.put(product, now());
            int products = store.products().size();
            if (products > MAX_PRODUCTS) {
                SpecCheck.refuse(List.of(
                        new Fault("id", product.id(), "is one too many: there may be " + MAX_PRODUCTS + " products")));
            }
            members.audit(operator, "define_product", product.id(), "asks after " + product.askAfterDays() + " days");
        });
    }

    public List<Product> products() {
        return store.products();
    }

    /// @throws Problem UNKNOWN
    public Product product(String id) {
        return store.product(id).orElseThrow(() -> unknown(id));
    }

    /// Publishes a product's next version, whole and for ever.
    ///
    /// @param version the one after the last: whoever did not know of the last one is told
    /// @throws Problem UNKNOWN; INVALID with every fault; CONFLICT `spec_version_taken` or
    ///     `wish_not_accepted`
    public PublishedVersion publish(String product, int version, List<Change> changes, String operator) {
        SpecCheck.hold(changes);
        return Objects.requireNonNull(transactions.execute(status -> {
            Product locked = store.lock(product).orElseThrow(() -> unknown(product));
            refuseUnlessNext(product, version);
            changes.stream().map(Change::wish).filter(Objects::nonNull).forEach(this::refuseUnlessAccepted);
            store.publish(product, version, changes, operator, now());
            members.audit(
                    operator, "publish_spec", locked.id(), "version " + version + ", " + changes.size() + " changes");
            new CameTrue(locked, version, changes).tell(news);
            return store.version(product, version);
        }));
    }

    /// The latest version first.
    ///
    /// @throws Problem UNKNOWN
    public List<PublishedVersion> versions(String product) {
        product(product);
        return store.versions(product, MAX_VERSIONS);
    }

    /// What wishes changed in a product up to a version, the latest first.
    public List<ChangeRecord> wished(SpecVersion spec) {
        return store.wished(spec, MAX_CHANGES);
    }

    /// What came of one wish, the oldest first.
    public List<ChangeRecord> of(WishId wish) {
        return store.of(wish);
    }

    /// Lets a launch name only what there is.
    ///
    /// @throws Problem INVALID `unknown_spec`
    public void hold(@Nullable SpecVersion spec) {
        if (spec != null && store.last(spec.product()) < spec.version()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "unknown_spec",
                    "There is no version " + spec.version() + " of a product '" + spec.product()
                            + "'. Publish it first, or name another.",
                    List.of(new Fault("spec", spec.product() + " " + spec.version(), "was not published")));
        }
    }

    private void refuseUnlessNext(String product, int version) {
        int next = store.last(product) + 1;
        if (version != next) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "spec_version_taken",
                    "The next version of '" + product + "' is " + next + ", not " + version
                            + ". Look at what was published meanwhile.");
        }
        if (version > MAX_VERSIONS) {
            SpecCheck.refuse(
                    List.of(new Fault("version", Integer.toString(version), "must be at most " + MAX_VERSIONS)));
        }
    }

    /// A change may take the credit only for a wish that was accepted.
    private void refuseUnlessAccepted(WishId id) {
        Wish wish = wishes.find(id);
        boolean accepted = wish.state() == WishState.ANSWERED
                && (wish.decision() == Decision.ACCEPTED || wish.decision() == Decision.ACCEPTED_IN_PART);
        if (!accepted) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "wish_not_accepted",
                    "Wish " + wish.number() + " was not accepted, so no change can answer it. Answer it first.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Problem unknown(String product) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_product", "There is no product '" + product + "'.");
    }
}

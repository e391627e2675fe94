package dev.holdfast.delivery.network;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of the network: its centres and stores, who works in them, and what they did.
public final class Network {
    public static final int MAX_PAGE = 1_000;

    /// A store's name in full is a line; a network is a few thousand of them.
    public static final int MAX_FILE_BYTES = 4 * 1024 * 1024;

    /// Before the region, where a place is a centre.
    public static final String CENTRE = "centre:";

    private static final int MAX_MEMBER = 64;

    private final NetworkStore network;
    private final StaffStore staff;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Network(
            NetworkStore network,
            StaffStore staff,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.network = network;
        this.staff = staff;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param closed stores that are in the file no more
    public record NetworkTold(int rows, int closed) {}

    /// Adds centres or writes them anew; one that is not in the file stays, since its region may have stores.
    ///
    /// @throws Problem INVALID with every fault (the first 100), and nothing changed
    public NetworkTold putCentres(MasterRows rows, String operator) {
        RowReading reading = new RowReading("centres", CentreRows.NEEDED, CentreRows.OPTIONAL, rows);
        Map<String, Centre> centres = CentreRows.read(reading);
        refuse(reading);
        transactions.executeWithoutResult(status -> {
            network.putCentres(centres.values());
            members.audit(operator, "put_centres", "network", centres.size() + " centres");
        });
        return new NetworkTold(centres.size(), 0);
    }

    /// Puts a whole file in the place of the one before: a store that is not in it is closed.
    ///
    /// @throws Problem INVALID with every fault (the first 100), and nothing changed
    public NetworkTold putStores(MasterRows rows, String operator) {
        RowReading reading = new RowReading("stores", StoreRows.NEEDED, StoreRows.OPTIONAL, rows);
        return Objects.requireNonNull(transactions.execute(status -> {
            var regions = network.centres().stream().map(Centre::region).collect(Collectors.toSet());
            Map<String, StoreView> stores = new StoreRows(regions).read(reading);
            refuse(reading);
            int closed = network.putStores(stores.values());
            members.audit(operator, "put_stores", "network", stores.size() + " stores, " + closed + " closed");
            return new NetworkTold(stores.size(), closed);
        }));
    }

    private static void refuse(RowReading reading) {
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_network", reading.detail(), reading.faults());
        }
    }

    public List<Centre> centres() {
        return network.centres();
    }

    /// Those that are closed among them.
    public List<StoreView> stores() {
        return network.stores();
    }

    /// Somebody works at a place from now on, or no more. What they may do there, the place says; what they
    /// may see is the place's own.
    ///
    /// @throws Problem INVALID when there is no such place
    public void staff(String member, String place, boolean works, String operator) {
        List<Fault> faults = new ArrayList<>();
        if (member.isBlank()
                || member.length() > MAX_MEMBER
                || !member.codePoints().allMatch(Storable::character)) {
            faults.add(
                    new Fault("member", null, "must be 1 to " + MAX_MEMBER + " characters without control characters"));
        }
        if (works && !isPlace(place)) {
            faults.add(new Fault("place", place, "must be an open store's id, or " + CENTRE + " and a region"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "Nothing was changed: " + faults.getFirst().where() + " "
                            + faults.getFirst().reason() + ".",
                    faults);
        }
        transactions.executeWithoutResult(status -> {
            if (works) {
                staff.invite(member, place, operator, clock.instant());
            } else {
                staff.end(member, place, clock.instant());
            }
            members.audit(operator, works ? "invite_staff" : "end_staff", member, place);
        });
    }

    private boolean isPlace(String place) {
        return place.startsWith(CENTRE)
                ? network.centres().stream().anyMatch(centre -> place.equals(CENTRE + centre.region()))
                : network.stores().stream()
                        .anyMatch(store -> store.open() && store.id().equals(place));
    }

    /// @param place null: everywhere
    public List<Staff> staffOf(@Nullable String place, int limit) {
        return staff.all(place, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// How many work at each place now; where nobody does is not among them.
    public Map<String, Integer> working() {
        return staff.working();
    }

    /// Where somebody works now.
    public List<String> placesOf(String member) {
        return staff.places(member);
    }

    /// @throws Problem FORBIDDEN when they do not work there
    public void admit(String member, String place) {
        if (!staff.places(member).contains(place)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "not_your_place",
                    "You do not work at '" + place + "'. An operator invites those who do.");
        }
    }

    /// Writes down what somebody who works at a place did, in the running transaction.
    ///
    /// @param order that it was about, whose fan sees it; null: none
    public void act(String member, String place, String act, @Nullable OrderId order, String detail) {
        staff.act(member, place, act, order, detail, clock.instant());
    }

    /// What staff did about an order, the oldest first: for the fan whose order it is.
    public List<StaffAct> acts(OrderId order) {
        return staff.ofOrder(order, MAX_PAGE);
    }

    /// What was done at a place, the latest first: for those who work there.
    ///
    /// @param before the number of the last one of the page before; 0: from the latest
    /// @throws Problem FORBIDDEN when they do not work there
    public List<StaffAct> acts(String member, String place, long before, int limit) {
        admit(member, place);
        return staff.ofPlace(place, before == 0 ? Long.MAX_VALUE : before, Math.clamp(limit, 1, MAX_PAGE));
    }
}

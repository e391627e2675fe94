package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.FoundOrders;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderFile;
import dev.holdfast.launch.OrderFile.Moved;
import dev.holdfast.launch.OrderFile.PaymentReport;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Unmatched;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.payment.RefundStanding;
import dev.holdfast.launch.settlement.Owed;
import dev.holdfast.member.AuditPage;
import dev.holdfast.member.AuditQuery;
import dev.holdfast.member.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages of the launch desk, from the sample world.
final class SampleDesk {
    private static final Assets ASSETS = new Assets();

    private static final Money CENT = new Money(1, "CNY");

    private final Words words;
    private final LaunchView launch = SampleWorld.launch(State.OPEN, SampleWorld.car());

    SampleDesk(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("desk", desk());
        pages.put("desk-new", form());
        pages.put("desk-orders", orders());
        pages.put("desk-orders-none", none());
        pages.put("desk-order", order(false));
        pages.put("desk-order-forfeit", order(true));
        pages.put("desk-unmatched", unmatched());
        pages.put("desk-refunds", refunds());
        pages.put("desk-owed", owed());
        pages.put("desk-audit", audit());
        return pages;
    }

    private String desk() {
        var paused = new LaunchView(
                1, "tern-one", State.OPEN, true, launch.definition(), true, NOW, launch.offers(), launch.line());
        var checklist = Checklist.of(paused, offer -> !offer.startsWith("max"), words);
        var file = "offer,week,quantity\npro-green,2027-08-03,40\npro-mauve,2027-08-09,many\n";
        var faults = List.of(
                new Fault(2, "week", "2027-08-03", "is no Monday; the week begins on 2027-08-02"),
                new Fault(3, "offer", "pro-mauve", "is no offer of this launch"),
                new Fault(3, "quantity", "many", "must be a whole number from 0 to 1000000000"));
        var rows = SupplyFaults.of(file.getBytes(StandardCharsets.UTF_8), faults, words);
        return SamplePages.render(
                "staffDesk", new LaunchDeskPage(frame(), paused, checklist, "pause", null, rows, SampleLobby.frozen()));
    }

    private String form() {
        var typed = LaunchForm.of(launch);
        var form =
                new LaunchForm(typed.fields(), typed.regions(), typed.offers().subList(0, 3)).withOffer();
        var faults = List.of(
                new Fault("nameZh", "", words.say("fault.needed")),
                new Fault("offers[1].price", "cheap", words.say("fault.form.price")));
        return SamplePages.render("staffLaunchForm", new LaunchFormPage(frame(), null, form, faults, null));
    }

    private String orders() {
        var window = Window.ofWeek(LocalDate.parse("2027-08-02"));
        List<Order> found = new ArrayList<>();
        var states = List.of(OrderState.values());
        found.add(SampleWorld.moved().order());
        for (int i = 1; i < 30; i++) {
            var state = states.get(i % states.size());
            var offer = launch.definition().offers().get(i % 9).id();
            found.add(SampleWorld.order(state, offer, 12_345 + i, 2_345 + i, i % 7 == 3 ? null : window));
        }
        var filter = OrderFilter.of("tern-one", Map.of("sort", "held", "after", "12344"));
        return SamplePages.render(
                "staffOrders",
                new StaffOrdersPage(frame(), launch, filter, new FoundOrders(found, 12_345, 12_374, 12_374L), null));
    }

    private String none() {
        var filter = OrderFilter.of("tern-one", Map.of("state", "DELIVERED"));
        var found = new FoundOrders(List.of(), 1, 100_000, 100_000L);
        return SamplePages.render("staffOrders", new StaffOrdersPage(frame(), launch, filter, found, "fan-00O123"));
    }

    private String order(boolean forfeit) {
        var history = SampleWorld.moved();
        var order = history.order();
        var deposit = order.deposit();
        var paid =
                new PaymentReport("sandbox", "msg-1", "SUCCEEDED", "pay-7f31", deposit, NOW.minusSeconds(34), "PLACED");
        var moves = List.of(new Moved("received", "held", deposit, NOW.minusSeconds(34), "paid"));
        var file = new OrderFile(history, List.of(paid), List.of(), moves);
        var acts = List.of(new AuditPage.Entry(
                7, NOW, "operator-1", "lock_order", order.id().toString(), ""));
        var happenings = Happenings.of(file, List.of(), acts, launch.definition(), words);
        return SamplePages.render(
                "staffOrder", new StaffOrderPage(frame(), launch, file, happenings, true, true, forfeit, null));
    }

    private String unmatched() {
        var known = SampleWorld.moved().order().id().toString();
        var payments = List.of(
                new Unmatched(1, "sandbox", "msg-2", "SUCCEEDED", known, "pay-8a02", CENT, NOW, "1 CNY, due 500000"),
                new Unmatched(2, "sandbox", "msg-3", "SUCCEEDED", "<b>order</b>", "pay-8a03", CENT, NOW, "no order"));
        return SamplePages.render("staffUnmatched", new StaffUnmatchedPage(frame(), payments, 2));
    }

    private String owed() {
        var order = SampleWorld.moved().order();
        var balance = new Money(27_490_000, "CNY");
        var month = NOW.minus(Duration.ofDays(30));
        var owed = List.of(
                owed(order, 7, "deposit_doubled", 0, order.deposit(), false, balance, month, null),
                owed(order, 8, "late", 7, new Money(140_000, "CNY"), true, balance, NOW, 12),
                owed(order, 9, "year", 7, new Money(50_000, "CNY"), false, balance, NOW, 12));
        var refused = words.say("desk.owed.refused.compensation_settled");
        return SamplePages.render("staffOwed", new StaffOwedPage(frame(), launch, owed, 3, true, refused));
    }

    private static Owed owed(
            Order order,
            long number,
            String rule,
            int weeks,
            Money amount,
            boolean setOff,
            Money balance,
            Instant since,
            @Nullable Integer run) {
        return new Owed(
                order.id(),
                number,
                order.member(),
                order.offer(),
                order.state(),
                rule,
                weeks,
                amount,
                setOff,
                balance,
                since,
                run);
    }

    private String refunds() {
        var order = SampleWorld.cancelled().order();
        var refunds = List.of(
                refund(order, null, "The provider answered 503: <html>busy</html>"),
                refund(order, NOW.plusSeconds(900), "The provider stripe is switched off. Maybe give its keys back."),
                refund(order, NOW.plusSeconds(5), null));
        return SamplePages.render("staffRefunds", new StaffRefundsPage(frame(), refunds, 3, true));
    }

    private static RefundStanding refund(Order order, @Nullable Instant again, @Nullable String fault) {
        return new RefundStanding(
                new UUID(1, 2),
                order.id(),
                "sandbox",
                "pay-8a02",
                order.deposit(),
                "cancelled",
                NOW,
                fault == null ? 0 : 12,
                again,
                null,
                null,
                fault);
    }

    private String audit() {
        var entries = List.of(
                new AuditPage.Entry(9, NOW, "operator-1", "close_launch", "tern-one", ""),
                new AuditPage.Entry(8, NOW, "operator-2", "upload_supply", "tern-one", "version 4, 128000 units"),
                new AuditPage.Entry(
                        7,
                        NOW,
                        "operator-1",
                        "cancel_order",
                        SampleWorld.moved().order().id().toString(),
                        "forfeit"));
        var query = new AuditQuery("operator-1", null, null, null);
        return SamplePages.render(
                "staffAudit",
                new StaffAuditPage(
                        frame(),
                        query,
                        List.of("cancel_order", "close_launch", "upload_supply"),
                        new AuditPage(entries, 7L)));
    }

    private Frame frame() {
        var session = new Session("operator-1", Set.of("operator"), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}

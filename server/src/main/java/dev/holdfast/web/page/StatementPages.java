package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.BalanceDesk;
import dev.holdfast.delivery.balance.Refund;
import dev.holdfast.delivery.balance.Statements;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Where operators book what the bank tells of, decide on what fits nobody, and say what they sent back.
@Controller
class StatementPages {
    private static final String HERE = StaffStatementsPage.ADDRESS;
    private static final int SHOWN = 100;

    private final Statements statements;
    private final BalanceDesk desk;
    private final Templates templates;

    StatementPages(Statements statements, BalanceDesk desk, Templates templates) {
        this.statements = statements;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page lines(
            Frame frame,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        var told = done == null ? null : frame.words().sayOrQuote("desk.statement.done.", done);
        return templates.page("staffStatements", page(frame, after, told, null));
    }

    /// A file sent again is known, so that the answer may be a page: it says what became of the file.
    @PostMapping(HERE)
    View tell(Frame frame, @RequestParam MultipartFile file) throws IOException {
        var operator = frame.operating();
        var bytes = file.getBytes();
        var name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        try {
            var told = say(frame.words(), statements.tell(bytes, name.endsWith(".csv"), operator));
            return templates.page("staffStatements", page(frame.at(HERE), 0, told, null));
        } catch (Problem refused) {
            return refused(frame, refused);
        }
    }

    private static String say(Words words, Statements.Told told) {
        return words.say(
                told.replayed() ? "desk.statement.again" : "desk.statement.told",
                words.number(told.lines()),
                words.number(told.booked()),
                words.number(told.toLookAt()),
                words.number(told.known()));
    }

    @PostMapping(HERE + "/{number}/assign")
    View assign(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "") String to) {
        var operator = frame.operating();
        return done(frame, "assigned", () -> statements.assign(number, to.strip(), operator));
    }

    @PostMapping(HERE + "/{number}/return")
    View giveBack(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "") String reference) {
        var operator = frame.operating();
        return done(frame, "returned", () -> statements.giveBack(number, reference.strip(), operator));
    }

    @PostMapping(HERE + "/refunds/{number}")
    View sent(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "") String reference) {
        var operator = frame.operating();
        return done(frame, "sent", () -> desk.sent(number, reference.strip(), operator));
    }

    /// A page loaded again does not send the form again.
    private View done(Frame frame, String word, Runnable act) {
        try {
            act.run();
            return SeeOther.to(HERE + "?done=" + word);
        } catch (Problem refused) {
            return refused(frame, refused);
        }
    }

    private Page refused(Frame frame, Problem refused) {
        return switch (refused.kind()) {
            case UNKNOWN, CONFLICT, INVALID -> {
                var why = frame.words().sayOrQuote("desk.statement.refused.", refused.code());
                yield templates.refusal(
                        "staffStatements",
                        page(frame.at(HERE), 0, null, why + where(frame.words(), refused)),
                        Typed.status(refused));
            }
            case MALFORMED, UNAUTHENTICATED, FORBIDDEN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
        };
    }

    /// The first line of a file that cannot be read; empty when it is about no line.
    private static String where(Words words, Problem refused) {
        long line = refused.faults().isEmpty() ? 0 : refused.faults().getFirst().line();
        return line == 0 ? "" : " " + words.say("desk.statement.line", words.number(line));
    }

    private StaffStatementsPage page(Frame frame, long after, @Nullable String told, @Nullable String refused) {
        var owed = desk.refunds(0, SHOWN).stream().filter(Refund::byHand).toList();
        return new StaffStatementsPage(frame, statements.lines(null, after, SHOWN), owed, SHOWN, told, refused);
    }
}

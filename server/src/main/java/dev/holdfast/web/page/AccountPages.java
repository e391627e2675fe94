package dev.holdfast.web.page;

import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.passkey.Passkeys;
import dev.holdfast.member.personal.PersonalData;
import dev.holdfast.member.phone.Phones;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A member's own page, and their file.
@Controller
class AccountPages {
    private final Members members;
    private final Mails mails;
    private final PersonalData personal;
    private final Passkeys passkeys;
    private final Phones phones;
    private final Templates templates;

    AccountPages(
            Members members,
            Mails mails,
            PersonalData personal,
            Passkeys passkeys,
            Phones phones,
            Templates templates) {
        this.members = members;
        this.mails = mails;
        this.personal = personal;
        this.passkeys = passkeys;
        this.phones = phones;
        this.templates = templates;
    }

    @GetMapping("/account")
    Page look(
            Frame frame,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) Passkeys.@Nullable Registered passkey) {
        var words = frame.words();
        var member = frame.asker().member();
        var address =
                mails.addressOf(member).map(known -> known.address().text()).orElse(null);
        var said = ended != null ? "account.ended" : passkey != null ? "passkey." + passkey : null;
        var notice = said == null ? null : Notice.of(words.say(said), words.say(said + ".text"));
        var phone = phones.of(member).map(Phones.Owned::number).orElse(null);
        return templates.page(
                "account",
                new AccountPage(frame, address, phone, members.sessionsOf(member), passkeys.of(member), notice));
    }

    @PostMapping("/account/sessions/end")
    View endOthers(Frame frame, HttpServletRequest request) {
        var cookie = SessionCookie.read(request);
        members.endOthers(frame.asker().member(), cookie == null ? "" : cookie);
        return SeeOther.to("/account?ended=1");
    }

    /// Everything that is kept about the one who reads, as a file to be saved.
    @GetMapping("/account/export")
    void export(Frame frame, HttpServletResponse response) throws IOException {
        byte[] file = personal.file(frame.asker().member());
        response.setContentType("application/json");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"holdfast.json\"");
        response.getOutputStream().write(file);
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.answer.SigningRole;
import dev.holdfast.community.answer.Waiting;
import dev.holdfast.community.wish.WishClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The product team's inbox: wishes that wait for an answer, by due date, and who may sign one.
///
/// @param wishClass of which alone they are; null: of any
/// @param overdue whether those alone whose time has passed
/// @param skip wishes that the pages before showed
/// @param size of a full page
record StaffAnswersPage(
        Frame frame,
        Figures figures,
        List<Waiting> waiting,
        List<SigningRole> roles,
        List<WishClass> classes,
        @Nullable String wishClass,
        boolean overdue,
        int skip,
        int size,
        @Nullable Notice notice) {
    StaffAnswersPage {
        waiting = List.copyOf(waiting);
        roles = List.copyOf(roles);
        classes = List.copyOf(classes);
    }

    Words words() {
        return frame.words();
    }

    /// Whether its reader says who signs in a role.
    boolean grants(SigningRole role) {
        return role.grantedBy(frame.operating());
    }

    String due(Waiting waiting) {
        var day = AnswerBoardPage.day(words(), waiting.due());
        return waiting.overdue() ? words().say("desk.answer.overdue", day) : day;
    }

    String asked(Waiting waiting) {
        return AnswerBoardPage.day(words(), waiting.askedAt());
    }

    String last(Waiting waiting) {
        var last = waiting.last();
        return last == null ? "" : words().say("answer.decision." + last);
    }

    @Nullable
    String next() {
        return waiting.size() < size
                ? null
                : "/operator/answers?skip=" + (skip + size)
                        + (wishClass == null ? "" : "&class=" + wishClass)
                        + (overdue ? "&overdue=true" : "");
    }
}

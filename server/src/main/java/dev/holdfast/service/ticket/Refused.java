package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Kind;
import dev.holdfast.launch.OrderId;

/// What those are told who want what cannot be.
final class Refused {
    private Refused() {}

    static Problem unknown(long ticket) {
        return new Problem(
                Kind.UNKNOWN,
                "unknown_ticket",
                "There is no ticket " + ticket
                        + " that you may see. Maybe it is somebody else's, or at another place.");
    }

    static Problem notDelivered(OrderId order) {
        return new Problem(
                Kind.CONFLICT,
                "not_delivered",
                "The unit of order '" + order + "' was not handed over yet. Speak to those who hand it over.");
    }

    static Problem wrongState(Ticket ticket, String act) {
        return new Problem(
                Kind.CONFLICT,
                "ticket_wrong_state",
                "The ticket is " + ticket.state() + ", so the act '" + act + "' is not possible. Look at it again.");
    }

    static Problem tooMany(int max) {
        return new Problem(
                Kind.CONFLICT,
                "too_many_tickets",
                "There may be " + max + " open tickets about one unit. Say it in one of those there are.");
    }

    static Problem tooMuchSaid(int max) {
        return new Problem(
                Kind.CONFLICT, "too_much_said", "A ticket has room for " + max + " steps. Open another one.");
    }

    static Problem unknownPhoto(String id) {
        return new Problem(Kind.UNKNOWN, "unknown_photo", "There is no photo '" + id + "' of this ticket.");
    }

    static Problem tooManyPhotos(int max) {
        return new Problem(Kind.CONFLICT, "too_many_photos", "A ticket has at most " + max + " photos.");
    }

    static Problem photoDiffers() {
        return new Problem(
                Kind.CONFLICT, "photo_differs", "Another photo has this id. Give this one an id of its own.");
    }

    static Problem nowhere() {
        return new Problem(
                Kind.CONFLICT,
                "no_workshop",
                "Nobody services units in your region. Choose a place elsewhere, as 'place'.");
    }
}

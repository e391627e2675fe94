package dev.holdfast.web;

import dev.holdfast.service.ticket.OverdueTickets;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Subjects;
import dev.holdfast.service.ticket.TicketDesk;
import dev.holdfast.service.ticket.TicketPhotos;
import dev.holdfast.service.ticket.TicketVisits;
import dev.holdfast.service.ticket.Tickets;
import dev.holdfast.service.warranty.Warranties;
import dev.holdfast.service.work.Parts;
import dev.holdfast.service.work.Passing;
import dev.holdfast.service.work.WorkDesk;
import dev.holdfast.service.work.Works;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServiceWeb {
    @Bean
    static ServiceRoutes serviceRoutes(
            Tickets tickets,
            TicketVisits visits,
            TicketDesk desk,
            Passing passing,
            TicketPhotos photos,
            OverdueTickets overdue,
            Subjects subjects,
            Owners owners,
            WorkDesk workDesk,
            Works works,
            Parts parts,
            Warranties warranties,
            Doorkeeper doorkeeper,
            Clock clock) {
        return new ServiceRoutes(
                new TicketDoor(tickets, visits, desk, passing, subjects, owners, doorkeeper, clock),
                new TicketPhotoDoor(tickets, photos, doorkeeper, clock),
                new OverdueDoor(overdue, doorkeeper, clock),
                new WorkDoor(workDesk, works, parts, warranties, doorkeeper));
    }
}

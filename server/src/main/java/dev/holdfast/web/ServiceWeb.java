package dev.holdfast.web;

import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Subjects;
import dev.holdfast.service.ticket.TicketDesk;
import dev.holdfast.service.ticket.Tickets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServiceWeb {
    @Bean
    static ServiceRoutes serviceRoutes(
            Tickets tickets, TicketDesk desk, Subjects subjects, Owners owners, Doorkeeper doorkeeper, Clock clock) {
        return new ServiceRoutes(new TicketDoor(tickets, desk, subjects, owners, doorkeeper, clock));
    }
}

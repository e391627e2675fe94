package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriters;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SlotBeans {
    @Bean
    static LetterWriters slotLetters(Site site) {
        return LetterWriters.of(SlotNews.Kind.values(), kind -> SlotLetter.of(kind, site));
    }

    @Bean
    static Arrivals arrivals(JdbcClient jdbc, Progress progress, TransactionTemplate transactions, Clock clock) {
        return new Arrivals(new ArrivalStore(jdbc), new AppointmentStore(jdbc), progress, transactions, clock);
    }

    @Bean
    static Booking booking(JdbcClient jdbc, Mails mails, Network network) {
        return new Booking(
                new SlotTables(new SlotStore(jdbc), new AppointmentStore(jdbc)), new SlotNews(mails, network));
    }

    @Bean
    static HoldQueue holdQueue(
            JdbcClient jdbc, Mails mails, Network network, TransactionTemplate transactions, Clock clock) {
        return new HoldQueue(
                new SlotStore(jdbc), new AppointmentStore(jdbc), new SlotNews(mails, network), transactions, clock);
    }

    @Bean
    static Slots slots(
            Arrivals arrivals,
            Booking booking,
            HoldQueue holds,
            JdbcClient jdbc,
            Launch launch,
            TransactionTemplate transactions,
            Clock clock) {
        return new Slots(
                arrivals, new AppointmentStore(jdbc), new SlotStore(jdbc), booking, holds, launch, transactions, clock);
    }

    @Bean
    static Visits visits(Slots slots, Booking booking, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new Visits(slots, new SlotStore(jdbc), new AppointmentStore(jdbc), booking, transactions, clock);
    }

    @Bean
    static SlotDesk slotDesk(
            Network network, JdbcClient jdbc, Members members, TransactionTemplate transactions, Clock clock) {
        return new SlotDesk(network, new SlotStore(jdbc), new DayStore(jdbc), members, transactions, clock);
    }

    @Bean
    static SlotRound slotRound(
            Arrivals arrivals, Booking booking, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new SlotRound(arrivals, new DueStore(jdbc), new AppointmentStore(jdbc), booking, transactions, clock);
    }

    @Bean
    static Rounds slotRounds(SlotRound round) {
        return new Rounds("slots", Duration.ofSeconds(3), () -> round.round() >= Arrivals.MAX);
    }

    @Bean
    static KeptAppointments keptAppointments(JdbcClient jdbc) {
        return new KeptAppointments(jdbc);
    }
}

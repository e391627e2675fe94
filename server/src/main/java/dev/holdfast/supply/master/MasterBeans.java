package dev.holdfast.supply.master;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class MasterBeans {
    @Bean
    FileStore masterFileStore(JdbcTemplate jdbc) {
        return new FileStore(jdbc);
    }

    @Bean
    EventStore supplyEventStore(JdbcTemplate jdbc) {
        return new EventStore(jdbc);
    }

    @Bean
    Knowledge knowledge(FileStore files, EventStore events, JdbcTemplate jdbc) {
        return new Knowledge(files, events, new CurveStore(jdbc));
    }

    @Bean
    Plants plants(JdbcTemplate jdbc) {
        return Plants.of(jdbc);
    }

    @Bean
    Uploads uploads(Knowledge knowledge, FileStore files, EventStore events) {
        return new Uploads(knowledge, files, events);
    }

    @Bean
    Telling telling(Knowledge knowledge, EventStore events) {
        return new Telling(knowledge, events);
    }

    @Bean
    Building building(EventStore events) {
        return new Building(events);
    }

    @Bean
    Archive archive(FileStore files, EventStore events) {
        return new Archive(files, events);
    }
}

package dev.holdfast.web;

import dev.holdfast.community.spec.Specs;
import dev.holdfast.service.quality.Bulletins;
import dev.holdfast.service.quality.Faults;
import dev.holdfast.service.quality.Incidents;
import dev.holdfast.service.quality.Stops;
import dev.holdfast.service.recall.Recalls;
import dev.holdfast.service.recall.Remedies;
import dev.holdfast.service.recall.RemedyDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QualityWeb {
    @Bean
    static IncidentDoor incidentDoor(Faults faults, Incidents incidents, Doorkeeper doorkeeper) {
        return new IncidentDoor(faults, incidents, doorkeeper);
    }

    @Bean
    static StopDoor stopDoor(Stops stops, Bulletins bulletins, Specs specs, Doorkeeper doorkeeper) {
        return new StopDoor(stops, bulletins, specs, doorkeeper);
    }

    @Bean
    static RecallDoor recallDoor(Recalls recalls, Doorkeeper doorkeeper) {
        return new RecallDoor(recalls, doorkeeper);
    }

    @Bean
    static RemedyDoor remedyDoor(Remedies remedies, RemedyDesk desk, Doorkeeper doorkeeper) {
        return new RemedyDoor(remedies, desk, doorkeeper);
    }
}

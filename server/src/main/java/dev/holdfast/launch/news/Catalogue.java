package dev.holdfast.launch.news;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.holdfast.launch.consent.RuleSets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What launches and their offers are called, as letters say it.
final class Catalogue {
    private static final String READ = "select slug, definition::text from launch.launch where number = ?";

    /// Names change seldom, and a letter with yesterday's name does no harm.
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MAX_LAUNCHES = 1_000;

    private final LoadingCache<Integer, Names> names;

    Catalogue(JdbcClient jdbc) {
        this.names = Caffeine.newBuilder()
                .maximumSize(MAX_LAUNCHES)
                .expireAfterWrite(KEPT)
                .build(launch -> jdbc.sql(READ)
                        .param(launch)
                        .query((row, number) -> names(row.getString(1), Facts.read(row.getString(2))))
                        .single());
    }

    /// @param name    by language
    /// @param offers  by id, then by language
    /// @param zone    in which its days begin
    /// @param ruleSet of what a broken promise costs
    record Names(
            String slug,
            Map<String, String> name,
            Map<String, Map<String, String>> offers,
            String currency,
            String zone,
            String ruleSet) {
        Map<String, String> offer(String id) {
            return offers.getOrDefault(id, Map.of("en", id));
        }
    }

    Names of(int launch) {
        return names.get(launch);
    }

    private static Names names(String slug, JsonNode definition) {
        Map<String, Map<String, String>> offers = new HashMap<>();
        definition
                .path("offers")
                .forEach(offer -> offers.put(offer.path("id").asString(), Facts.texts(offer.path("name"))));
        return new Names(
                slug,
                Facts.texts(definition.path("name")),
                offers,
                definition.path("currency").asString(),
                definition.path("timeZone").asString("Z"),
                definition.path("ruleSet").asString(RuleSets.DEFAULT));
    }
}

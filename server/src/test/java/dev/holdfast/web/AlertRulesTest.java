package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The alarms in `ops/alerts.yml` ask for figures that a server exports, with the labels it gives them, and the runbook
/// says of each what to do.
@ExtendWith(RunningServer.Shared.class)
class AlertRulesTest {
    /// Made by Prometheus itself for each target.
    private static final Set<String> OF_PROMETHEUS = Set.of("up");
    /// Added by Prometheus to whatever it scrapes.
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    private static final Pattern SERIES = Pattern.compile("^([a-z_][a-z0-9_]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    /// A name that is no function and no word of the language: not followed by a bracket, not within `by (...)`.
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.$\"])([a-z][a-z0-9_]*)(?:\\{([^}]*)})?(?!\\w|\\s*\\()");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "on", "ignoring", "offset", "bool");

    private final RunningServer server;

    AlertRulesTest(RunningServer server) {
        this.server = server;
    }

    /// Each name with the labels, as `name="value"`, that it was seen with.
    private Map<String, Set<String>> exported() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        opening.placed("alarmed", "pro");
        Map<String, Set<String>> exported = new TreeMap<>();
        for (String line :
                server.get("/metrics").byOperator().send().text().lines().toList()) {
            var series = SERIES.matcher(line);
            if (!line.startsWith("#") && series.matches()) {
                Set<String> labels = exported.computeIfAbsent(series.group(1), name -> new HashSet<>());
                labels.addAll(labels(series.group(2)));
            }
        }
        return exported;
    }

    private static Set<String> labels(@Nullable String text) {
        Set<String> labels = new HashSet<>();
        if (text != null) {
            var label = LABEL.matcher(text);
            while (label.find()) {
                labels.add(label.group());
            }
        }
        return labels;
    }

    @Test
    void every_alarm_asks_for_what_a_server_exports() throws IOException {
        Map<String, Set<String>> exported = exported();
        assertTrue(exported.size() > 50, () -> "too little is exported to believe it: " + exported.keySet());
        List<String> wrong = new ArrayList<>();
        rules().forEach((alarm, expression) -> {
            List<String> found = wrong(expression, exported);
            found.forEach(one -> wrong.add(alarm + ": " + one));
        });
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void a_planted_name_label_or_value_is_caught() {
        Map<String, Set<String>> exported = Map.of("figure_total", Set.of("kind=\"good\""), "plain", Set.of());
        assertEquals(List.of(), wrong("sum by (kind) (rate(figure_total{kind=\"good\"}[5m])) > 1", exported));
        assertEquals(List.of(), wrong("up{job=\"holdfast\"} == 0 and plain > 5e9", exported));
        assertEquals(1, wrong("rate(figures_total[5m]) > 0", exported).size(), "name");
        assertEquals(1, wrong("figure_total{sort=\"good\"} > 0", exported).size(), "label");
        assertEquals(1, wrong("figure_total{kind=\"bad\"} > 0", exported).size(), "value");
        assertEquals(1, wrong("sum by (sort) (figure_total) > 0", exported).size(), "grouping");
        assertEquals(1, wrong("1 > 0", exported).size(), "nothing asked");
    }

    @Test
    void the_runbook_says_what_to_do_about_every_alarm_and_no_other() throws IOException {
        String runbook = Files.readString(Repository.root().resolve("docs/runbook.md"));
        var told =
                Pattern.compile("^\\| `(Holdfast\\w+)` \\|", Pattern.MULTILINE).matcher(runbook);
        List<String> alarms = told.results().map(row -> row.group(1)).sorted().toList();
        assertEquals(rules().keySet().stream().sorted().toList(), alarms);
    }

    private static List<String> wrong(String expression, Map<String, Set<String>> exported) {
        List<String> wrong = new ArrayList<>();
        Set<String> known = new HashSet<>();
        var grouping = Pattern.compile("\\b(?:by|without) \\(([^)]*)\\)").matcher(expression);
        var names = NAME.matcher(grouping.replaceAll("").replaceAll("\\[\\w+]", ""));
        int asked = 0;
        while (names.find()) {
            String name = names.group(1);
            if (WORDS.contains(name)) {
                continue;
            }
            asked++;
            if (!exported.containsKey(name) && !OF_PROMETHEUS.contains(name)) {
                wrong.add(name + " is not exported");
                continue;
            }
            Set<String> has = exported.getOrDefault(name, Set.of());
            has.forEach(label -> known.add(label.replaceFirst("=.*", "")));
            for (String label : labels(names.group(2))) {
                if (!LABELS_OF_PROMETHEUS.contains(label.replaceFirst("=.*", "")) && !has.contains(label)) {
                    wrong.add(name + " has no " + label);
                }
            }
        }
        grouping.reset();
        while (grouping.find()) {
            for (String label : grouping.group(1).split(",\\s*", -1)) {
                if (!known.contains(label) && !LABELS_OF_PROMETHEUS.contains(label)) {
                    wrong.add("nothing has a label " + label);
                }
            }
        }
        return asked == 0 ? List.of("asks for nothing") : wrong;
    }

    /// Each alarm with its expression.
    private static Map<String, String> rules() throws IOException {
        Map<String, String> rules = new HashMap<>();
        try (var file = Files.newBufferedReader(Repository.root().resolve("ops/alerts.yml"))) {
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            for (Object group : (List<?>) read.getOrDefault("groups", List.of())) {
                for (Object rule : (List<?>) Objects.requireNonNull(((Map<?, ?>) group).get("rules"))) {
                    Map<?, ?> alarm = (Map<?, ?>) rule;
                    rules.put(String.valueOf(alarm.get("alert")), String.valueOf(alarm.get("expr")));
                }
            }
        }
        assertTrue(rules.size() > 10, "next to no alarm was found");
        return rules;
    }
}

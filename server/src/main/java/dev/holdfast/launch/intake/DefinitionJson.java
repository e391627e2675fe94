package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition;
import tools.jackson.databind.json.JsonMapper;

/// A launch's definition as its row holds it.
public final class DefinitionJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DefinitionJson() {}

    public static String write(LaunchDefinition definition) {
        return JSON.writeValueAsString(definition);
    }

    public static LaunchDefinition read(String json) {
        return JSON.readValue(json, LaunchDefinition.class);
    }
}

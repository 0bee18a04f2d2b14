package io.credithub.mapping.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/// Where in a YAML file something is wrong.
public final class YamlPlace {
    private YamlPlace() {}

    /// The key if it is known, and the line.
    public static String of(JsonProcessingException broken) {
        JsonLocation location = broken.getLocation();
        String line = location == null ? "" : "line " + location.getLineNr();
        if (!(broken instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return line;
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            path.append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return path + ", " + line;
    }
}

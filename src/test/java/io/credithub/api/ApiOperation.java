package io.credithub.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// One operation of the API as the hub's own OpenAPI document tells of it: so that a new one is in
/// every test that walks over them.
///
/// @param path with `{…}` for its parameters
/// @param query names
/// @param headers names
/// @param fields of the body, as JSON pointers; the first item stands for all of an array
record ApiOperation(
        String method,
        String path,
        List<String> inPath,
        List<String> query,
        List<String> headers,
        Set<String> fields) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final int DEPTH_MAX = 5;
    private static final String REFERENCE = "#/components/schemas/";

    /// `GET /api/v1/feeds` and so on.
    String name() {
        return method + " " + path;
    }

    static List<ApiOperation> all() {
        JsonNode document = document();
        List<ApiOperation> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(one -> METHODS.contains(one.getKey()))
                                .forEach(one ->
                                        all.add(
                                                of(
                                                        document,
                                                        one.getKey(),
                                                        path.getKey(),
                                                        one.getValue()))));
        return all;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        } catch (JsonProcessingException broken) {
            throw new AssertionError("the OpenAPI document is not JSON", broken);
        }
    }

    private static ApiOperation of(JsonNode document, String method, String path, JsonNode told) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode content : told.path("requestBody").path("content")) {
            add(document, content.path("schema"), "", fields, 0);
        }
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters(told, "path"),
                parameters(told, "query"),
                parameters(told, "header"),
                fields);
    }

    private static List<String> parameters(JsonNode told, String where) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : told.path("parameters")) {
            if (one.path("in").asText().equals(where)) names.add(one.path("name").asText());
        }
        return names;
    }

    private static void add(
            JsonNode document, JsonNode schema, String at, Set<String> fields, int depth) {
        if (depth > DEPTH_MAX) return;
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            String name = reference.substring(REFERENCE.length());
            add(document, document.at("/components/schemas/" + name), at, fields, depth + 1);
        }
        for (String group : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode one : schema.path(group)) add(document, one, at, fields, depth + 1);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    String pointer = at + "/" + field.getKey();
                    fields.add(pointer);
                    add(document, field.getValue(), pointer, fields, depth + 1);
                });
        if (schema.has("items")) add(document, schema.get("items"), at + "/0", fields, depth + 1);
    }
}

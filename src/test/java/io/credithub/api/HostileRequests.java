package io.credithub.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every operation with every [hostile value][HostileValues] in every place: path, query, headers,
/// fields of the body, and the body as a whole.
final class HostileRequests {
    /// What would change more than the planted county, if it were asked rightly but for a header:
    /// asked about something that is not there.
    private static final Map<String, String> CALM =
            Map.of(
                    "POST /api/v1/deliveries/replay",
                    "/api/v1/deliveries/replay?code=HUB-1017&after=999999999999",
                    "POST /api/v1/recomputations/{id}/apply",
                    "/api/v1/recomputations/2147483647/apply",
                    "POST /api/v1/feeds/{feed}/pause",
                    "/api/v1/feeds/nobody/pause");

    private static final List<String> MEDIA_HEADERS =
            List.of("Accept", "Content-Type", "Content-Encoding");

    /// That no resource asks for, and something in the hub reads.
    private static final List<String> COMMON_HEADERS =
            List.of(
                    "Accept-Charset",
                    "Accept-Encoding",
                    "Accept-Language",
                    "Authorization",
                    "Connection",
                    "Content-Length",
                    "Cookie",
                    "Expect",
                    "Forwarded",
                    "Host",
                    "If-Match",
                    "If-Modified-Since",
                    "If-None-Match",
                    "Origin",
                    "Range",
                    "Sec-WebSocket-Version",
                    "TE",
                    "Transfer-Encoding",
                    "Upgrade",
                    "X-Api-Key",
                    "X-Forwarded-For",
                    "X-HTTP-Method-Override",
                    "X-Request-Id");

    private static final List<String> METHODS =
            List.of(
                    "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT",
                    "get", "FOO");

    private static final String MARK = "@hostile@";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HostileValues values = new HostileValues();
    private final WalkWorld world;
    private final List<HostileRequest> all = new ArrayList<>();

    private HostileRequests(WalkWorld world) {
        this.world = world;
    }

    static List<HostileRequest> of(List<ApiOperation> operations, WalkWorld world) {
        HostileRequests requests = new HostileRequests(world);
        for (ApiOperation operation : operations) requests.add(operation);
        for (String path : List.of("/", "/health", "/openapi", "/api/v1/nowhere")) {
            requests.add(new ApiOperation("GET", path, List.of(), List.of(), List.of(), Set.of()));
        }
        requests.addMethods(operations);
        requests.addCommonHeaders();
        return requests.all;
    }

    private void add(ApiOperation operation) {
        String right = rightPath(operation);
        boolean hasBody = !Set.of("GET", "DELETE").contains(operation.method());
        WalkWorld.@Nullable Body body = hasBody ? world.body(operation.name()) : null;
        for (String name : operation.inPath()) {
            for (String value : values.inAddresses()) {
                String template = operation.path().replace("{" + name + "}", MARK);
                String path = world.path(template).replace(MARK, value);
                add(operation, name + "=" + value, path, "", body);
            }
        }
        String and = right.contains("?") ? "&" : "?";
        for (String name : operation.query()) {
            for (String value : values.inAddresses()) {
                add(operation, name + "=" + value, right + and + name + "=" + value, "", body);
            }
        }
        addQueries(operation, right, body);
        addHeaders(operation, right, body);
        if (body == null) return;
        for (String text : values.bodies()) {
            byte[] bytes = text.getBytes(ISO_8859_1);
            all.add(new HostileRequest(operation, text, right, "", body.type(), bytes));
        }
        if (body.type().contains("json")) addFields(operation, right, body);
    }

    private void addQueries(ApiOperation operation, String right, WalkWorld.@Nullable Body body) {
        for (String query : List.of("a=1", "%00=1", "a=%zz", "#")) {
            add(operation, query, right + (right.contains("?") ? "&" : "?") + query, "", body);
        }
        for (String name : operation.query()) {
            String twice = name + "=1&" + name + "=2";
            add(operation, twice, right + (right.contains("?") ? "&" : "?") + twice, "", body);
        }
        add(operation, "/", right.replaceFirst("(?=$|\\?)", "/"), "", body);
        add(operation, "%00", right.replaceFirst("(?=$|\\?)", "%00"), "", body);
    }

    private void addHeaders(ApiOperation operation, String right, WalkWorld.@Nullable Body body) {
        for (String name : operation.headers()) {
            for (String value : values.inHeaders()) {
                add(operation, name, right, name + ": " + value + "\n", body);
            }
        }
        for (String name : MEDIA_HEADERS) {
            for (String value : values.asMediaTypes()) {
                add(operation, name, right, name + ": " + value + "\n", body);
            }
        }
    }

    private void addFields(ApiOperation operation, String right, WalkWorld.Body body) {
        Set<String> fields = new TreeSet<>(operation.fields());
        collect(read(body.text()), "", fields);
        boolean isLines = body.type().endsWith("ndjson");
        for (String field : fields) {
            String marked = marked(body.text(), field);
            List<String> bodies =
                    values.inJson().stream()
                            .map(value -> marked.replace("\"" + MARK + "\"", value))
                            .toList();
            for (String one : isLines ? List.of(String.join("\n", bodies)) : bodies) {
                all.add(
                        new HostileRequest(
                                operation, field, right, "", body.type(), one.getBytes(UTF_8)));
            }
        }
    }

    private void addMethods(List<ApiOperation> operations) {
        Stream<String> paths = operations.stream().map(ApiOperation::path).distinct();
        paths.forEach(path -> {
            for (String method : METHODS) {
                boolean isServed =
                        operations.stream().anyMatch(one -> one.name().equals(method + " " + path));
                if (isServed) continue;
                ApiOperation wrong =
                        new ApiOperation(method, path, List.of(), List.of(), List.of(), Set.of());
                add(wrong, "method", world.path(path), "", null);
            }
        });
    }

    private void addCommonHeaders() {
        List<ApiOperation> some =
                List.of(
                        new ApiOperation(
                                "GET",
                                "/api/v1/feeds",
                                List.of(),
                                List.of(),
                                COMMON_HEADERS,
                                Set.of()),
                        new ApiOperation(
                                "POST",
                                "/api/v1/recomputations",
                                List.of(),
                                List.of(),
                                COMMON_HEADERS,
                                Set.of()));
        for (ApiOperation one : some) addHeaders(one, one.path(), null);
    }

    private String rightPath(ApiOperation operation) {
        return CALM.getOrDefault(operation.name(), world.path(operation.path()));
    }

    private void add(
            ApiOperation operation,
            String what,
            String target,
            String headers,
            WalkWorld.@Nullable Body body) {
        byte[] bytes = body == null ? new byte[0] : body.text().getBytes(UTF_8);
        String type = body == null || headers.startsWith("Content-Type") ? "" : body.type();
        all.add(new HostileRequest(operation, what, target, headers, type, bytes));
    }

    private static void collect(JsonNode node, String at, Set<String> fields) {
        node.properties()
                .forEach(field -> {
                    fields.add(at + "/" + field.getKey());
                    collect(field.getValue(), at + "/" + field.getKey(), fields);
                });
        if (node.isArray() && !node.isEmpty()) collect(node.get(0), at + "/0", fields);
    }

    /// The body with a mark at a field, which is made if it is not there.
    private static String marked(String body, String pointer) {
        ObjectNode root = (ObjectNode) read(body);
        JsonNode at = root;
        String[] steps = pointer.substring(1).split("/");
        for (int no = 0; no < steps.length; no++) {
            boolean isLast = no == steps.length - 1;
            boolean isNextInList = !isLast && steps[no + 1].equals("0");
            JsonNode next = isLast ? TextNode.valueOf(MARK) : at.path(steps[no]);
            if (at instanceof ArrayNode list) next = isLast ? next : list.path(0);
            if (!isLast && !next.isContainerNode()) {
                next = isNextInList ? JSON.createArrayNode() : JSON.createObjectNode();
            }
            if (at instanceof ArrayNode list) {
                if (list.isEmpty()) list.add(next);
                else list.set(0, next);
            } else {
                ((ObjectNode) at).set(steps[no], next);
            }
            at = next;
        }
        return root.toString();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}

package io.credithub.store.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.Training.SelfDirected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A training in columns: three numbers say all of most, and a short JSON text the rest of a few.
///
/// @param grade 0 for a self-directed result, which has none
public record TrainingColumns(int form, int hours, int grade, @Nullable String detail) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static TrainingColumns of(Training training) {
        return switch (training) {
            case Course course ->
                    new TrainingColumns(
                            course.form().code(),
                            course.hourHundredths(),
                            course.grade().code(),
                            detail(List.of(), course.attendance()));
            case Blended blended ->
                    new TrainingColumns(
                            Form.BLENDED.code(),
                            blended.hourHundredths(),
                            blended.grade().code(),
                            detail(blended.parts(), blended.attendance()));
            case SelfDirected result ->
                    new TrainingColumns(Form.SELF_DIRECTED.code(), 0, 0, detail(result));
        };
    }

    public Training training() {
        JsonNode json = json();
        Form kind = Form.of(form);
        return switch (kind) {
            case CENTRALISED, ONLINE, SCHOOL_BASED ->
                    new Course(kind, hours, Grade.of(grade), decimal(json, "attendance"));
            case BLENDED ->
                    new Blended(parts(json), hours, Grade.of(grade), decimal(json, "attendance"));
            case SELF_DIRECTED ->
                    new SelfDirected(
                            json.path("category").asText(),
                            text(json, "rank"),
                            text(json, "role"),
                            decimal(json, "quantity"),
                            decimal(json, "decidedCredits"));
        };
    }

    private JsonNode json() {
        if (detail == null) return JSON.createObjectNode();
        try {
            return JSON.readTree(detail);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a completion's detail is not JSON", broken);
        }
    }

    private static @Nullable String detail(List<Part> parts, @Nullable BigDecimal attendance) {
        if (parts.isEmpty() && attendance == null) return null;
        ObjectNode json = JSON.createObjectNode();
        put(json, "attendance", attendance);
        if (!parts.isEmpty()) {
            ArrayNode array = json.putArray("parts");
            for (Part part : parts) {
                array.addArray().add(part.form().code()).add(part.hourHundredths());
            }
        }
        return json.toString();
    }

    private static String detail(SelfDirected result) {
        ObjectNode json = JSON.createObjectNode().put("category", result.category());
        if (result.rank() != null) json.put("rank", result.rank());
        if (result.role() != null) json.put("role", result.role());
        put(json, "quantity", result.quantity());
        put(json, "decidedCredits", result.decidedCredits());
        return json.toString();
    }

    private static void put(ObjectNode json, String field, @Nullable BigDecimal value) {
        if (value != null) json.put(field, value.toPlainString());
    }

    private static List<Part> parts(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : json.path("parts")) {
            parts.add(new Part(Form.of(part.get(0).asInt()), part.get(1).asInt()));
        }
        return parts;
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode json, String field) {
        String text = text(json, field);
        return text == null ? null : new BigDecimal(text);
    }
}

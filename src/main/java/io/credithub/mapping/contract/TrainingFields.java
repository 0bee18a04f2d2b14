package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.mapping.contract.Scalars.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what was done: form, hours, parts, grade, attendance, activity; and which of them go
/// together.
public final class TrainingFields {
    private static final Range HOURS = Range.above("0", "1000", 2);
    private static final Range SHARE = Range.from("0", "1", Scalars.NUMBER_LENGTH_MAX);
    private static final Range QUANTITY = Range.above("0", "100000", 4);
    private static final Range DECIDED = Range.from("0", "1000", 2);
    private static final int PARTS_MAX = 20;
    public static final Set<String> PART_NAMES = Set.of("form", "hours");
    public static final Set<String> ACTIVITY_NAMES =
            Set.of("category", "rank", "role", "quantity", "decidedCredits");
    private static final TextField CATEGORY = new TextField("category", "/activity/category", 64);
    private static final TextField RANK = new TextField("rank", "/activity/rank", 64);
    private static final TextField ROLE = new TextField("role", "/activity/role", 64);
    private static final Map<String, Form> FORMS = Codes.byName(Form.values());
    private static final Map<String, Grade> GRADES = Codes.byName(Grade.values());
    private static final Map<String, Form> PART_FORMS =
            Codes.byName(new Form[] {Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED});

    private final JsonNode record;
    private final Findings findings;

    TrainingFields(JsonNode record, Findings findings) {
        this.record = record;
        this.findings = findings;
    }

    /// @return null if anything is wrong with it
    @Nullable Training read() {
        JsonNode node = Shape.required(record, "form", "/form", findings);
        Form form = node == null ? null : Scalars.code(node, "/form", FORMS, findings);
        if (form == null) return readWithoutForm();
        return switch (form) {
            case CENTRALISED, ONLINE, SCHOOL_BASED -> course(form);
            case BLENDED -> blended();
            case SELF_DIRECTED -> selfDirected();
        };
    }

    /// Says at least what is wrong whatever the form.
    private @Nullable Training readWithoutForm() {
        if (record.has("hours")) hours(record, "/hours");
        if (record.has("grade")) grade();
        attendance();
        return null;
    }

    private @Nullable Training course(Form form) {
        refuse("parts");
        refuse("activity");
        int hours = hours(record, "/hours");
        Grade grade = grade();
        BigDecimal attendance = attendance();
        return hours == 0 || grade == null ? null : new Course(form, hours, grade, attendance);
    }

    private @Nullable Training blended() {
        refuse("activity");
        int hours = hours(record, "/hours");
        Grade grade = grade();
        BigDecimal attendance = attendance();
        List<Part> parts = parts(hours);
        return hours == 0 || grade == null ? null : new Blended(parts, hours, grade, attendance);
    }

    private @Nullable Training selfDirected() {
        refuse("hours");
        refuse("parts");
        refuse("grade");
        refuse("attendance");
        JsonNode activity = Shape.required(record, "activity", "/activity", findings);
        if (activity == null || !Shape.isObject(activity, "/activity", ACTIVITY_NAMES, findings))
            return null;
        String category = CATEGORY.required(activity, findings);
        String rank = RANK.optional(activity, findings);
        String role = ROLE.optional(activity, findings);
        BigDecimal quantity = decimal(activity.get("quantity"), "/activity/quantity", QUANTITY);
        BigDecimal decided =
                decimal(activity.get("decidedCredits"), "/activity/decidedCredits", DECIDED);
        return category == null ? null : new SelfDirected(category, rank, role, quantity, decided);
    }

    private void refuse(String name) {
        JsonNode node = record.get(name);
        if (node != null) findings.add(FindingCode.NOT_APPLICABLE, "/" + name, node);
    }

    /// @return hundredths of an hour; 0 after a finding
    private int hours(JsonNode object, String field) {
        JsonNode node = Shape.required(object, "hours", field, findings);
        if (node == null) return 0;
        BigDecimal hours = Scalars.decimal(node, field, HOURS, findings);
        return hours == null ? 0 : hours.movePointRight(2).intValueExact();
    }

    private @Nullable Grade grade() {
        JsonNode node = Shape.required(record, "grade", "/grade", findings);
        return node == null ? null : Scalars.code(node, "/grade", GRADES, findings);
    }

    private @Nullable BigDecimal attendance() {
        return decimal(record.get("attendance"), "/attendance", SHARE);
    }

    private @Nullable BigDecimal decimal(@Nullable JsonNode node, String field, Range range) {
        return node == null ? null : Scalars.decimal(node, field, range, findings);
    }

    private List<Part> parts(int hourHundredths) {
        JsonNode node = record.get("parts");
        if (node == null) return List.of();
        if (!node.isArray()) {
            findings.add(FindingCode.WRONG_TYPE, "/parts", node);
            return List.of();
        }
        if (node.isEmpty() || node.size() > PARTS_MAX) {
            findings.add(FindingCode.OUT_OF_RANGE, "/parts", String.valueOf(node.size()));
            return List.of();
        }
        List<Part> parts = new ArrayList<>(node.size());
        int sum = 0;
        for (int i = 0; i < node.size(); i++) {
            Part part = part(node.get(i), "/parts/" + i);
            if (part == null) return List.of();
            parts.add(part);
            sum += part.hourHundredths();
        }
        if (hourHundredths > 0 && sum != hourHundredths) {
            String value =
                    BigDecimal.valueOf(sum, 2) + " ≠ " + BigDecimal.valueOf(hourHundredths, 2);
            findings.add(FindingCode.PARTS_MISMATCH, "/parts", value);
        }
        return List.copyOf(parts);
    }

    private @Nullable Part part(JsonNode node, String field) {
        if (!Shape.isObject(node, field, PART_NAMES, findings)) return null;
        JsonNode code = Shape.required(node, "form", field + "/form", findings);
        Form form = code == null ? null : Scalars.code(code, field + "/form", PART_FORMS, findings);
        int hours = hours(node, field + "/hours");
        return form == null || hours == 0 ? null : new Part(form, hours);
    }
}

package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.TeacherRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads how a record names its teacher.
public final class TeacherFields {
    public static final Set<String> NAMES =
            Set.of("teacherNo", "idType", "idNumber", "name", "birthDate", "schoolCode");
    private static final TextField TEACHER_NO =
            new TextField("teacherNo", "/teacher/teacherNo", 64);
    private static final TextField NAME = new TextField("name", "/teacher/name", 100);
    private static final TextField SCHOOL_CODE =
            new TextField("schoolCode", "/teacher/schoolCode", 64);
    private static final int NUMBER_LENGTH_MAX = 32;
    private static final Map<String, IdDocument.Type> ID_TYPES =
            Codes.byName(IdDocument.Type.values());

    private TeacherFields() {}

    /// @return null if anything is wrong with it
    static @Nullable TeacherRef read(JsonNode teacher, LocalDate today, Findings findings) {
        if (!Shape.isObject(teacher, "/teacher", NAMES, findings)) return null;
        String teacherNo = TEACHER_NO.optional(teacher, findings);
        String name = NAME.required(teacher, findings);
        String schoolCode = SCHOOL_CODE.optional(teacher, findings);
        LocalDate birthDate = birthDate(teacher.get("birthDate"), today, findings);
        IdDocument document = document(teacher, findings);
        if (!teacher.has("teacherNo") && !teacher.has("idType") && !teacher.has("idNumber")) {
            findings.add(FindingCode.NO_IDENTITY, "/teacher", (String) null);
        }
        if (name == null || (teacherNo == null && document == null)) return null;
        return new TeacherRef(teacherNo, document, name, birthDate, schoolCode);
    }

    private static @Nullable LocalDate birthDate(
            @Nullable JsonNode node, LocalDate today, Findings findings) {
        if (node == null) return null;
        LocalDate date = Scalars.date(node, "/teacher/birthDate", findings);
        if (date != null && date.isAfter(today)) {
            findings.add(FindingCode.OUT_OF_RANGE, "/teacher/birthDate", node);
        }
        return date;
    }

    private static @Nullable IdDocument document(JsonNode teacher, Findings findings) {
        JsonNode typeNode = teacher.get("idType");
        JsonNode numberNode = teacher.get("idNumber");
        if (typeNode == null && numberNode == null) return null;
        IdDocument.Type type = null;
        if (typeNode == null) {
            findings.add(FindingCode.MISSING_FIELD, "/teacher/idType", (String) null);
        } else {
            type = Scalars.code(typeNode, "/teacher/idType", ID_TYPES, findings);
        }
        if (numberNode == null) {
            findings.add(FindingCode.MISSING_FIELD, "/teacher/idNumber", (String) null);
            return null;
        }
        String number =
                Scalars.text(written(numberNode), "/teacher/idNumber", NUMBER_LENGTH_MAX, findings);
        if (type == null || number == null) return null;
        if (!IdDocument.isValid(type, number)) {
            findings.add(FindingCode.BAD_ID_NUMBER, "/teacher/idNumber", number);
            return null;
        }
        return new IdDocument(type, number);
    }

    private static JsonNode written(JsonNode number) {
        return number.isTextual()
                ? TextNode.valueOf(IdDocument.written(number.textValue()))
                : number;
    }
}

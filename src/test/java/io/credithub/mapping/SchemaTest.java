package io.credithub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Completed.Evidence;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.flow.processing.Mapped;
import io.credithub.mapping.contract.Canonical;
import io.credithub.mapping.contract.EvidenceFields;
import io.credithub.mapping.contract.TeacherFields;
import io.credithub.mapping.contract.TrainingFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The published schema says what the reader does.
final class SchemaTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();
    private static final String COURSE =
            """
            {"recordId":"V-1","revision":1,"updatedAt":"2023-05-11T08:00:00+08:00","status":"COMPLETED",
             "teacher":{"teacherNo":"T1","name":"王芳"},"program":{"name":"培训","organiser":"某校","session":"第二期"},"level":"CITY",
             "form":"BLENDED","hours":40,"parts":[{"form":"ONLINE","hours":40}],"grade":"PASS",
             "attendance":1,"themes":["ICT"],"startedOn":"2023-05-01","completedOn":"2023-05-10",
             "sourceCredits":8,"role":"LECTURER","evidence":[{"kind":"NOTICE","reference":"N"}]}
            """;
    private static final String RESULT =
            """
            {"recordId":"V-2","teacher":{"teacherNo":"T1","name":"王芳"},"program":{"name":"论文"},
             "level":"CITY","form":"SELF_DIRECTED","activity":{"category":"PAPER"},
             "completedOn":"2023-05-10"}
            """;

    @Test
    void itNamesTheFieldsThatTheReaderKnows() {
        Map<String, Set<String>> known =
                Map.of(
                        "", Canonical.NAMES,
                        "/properties/teacher", TeacherFields.NAMES,
                        "/properties/program", Canonical.PROGRAM_NAMES,
                        "/properties/parts/items", TrainingFields.PART_NAMES,
                        "/properties/activity", TrainingFields.ACTIVITY_NAMES,
                        "/properties/evidence/items", EvidenceFields.NAMES);
        known.forEach((place, names) -> {
            assertThat(names(SCHEMA.at(place + "/properties"))).hasSameElementsAs(names);
            assertThat(SCHEMA.at(place + "/additionalProperties").asBoolean(true)).isFalse();
        });
    }

    @Test
    void itListsTheCodesThatTheReaderKnows() {
        assertThat(codes("/properties/level")).isEqualTo(codes(Level.values()));
        assertThat(codes("/properties/form")).isEqualTo(codes(Form.values()));
        assertThat(codes("/properties/grade")).isEqualTo(codes(Grade.values()));
        assertThat(codes("/properties/role")).isEqualTo(codes(TrainingRole.values()));
        assertThat(codes("/properties/teacher/properties/idType"))
                .isEqualTo(codes(IdDocument.Type.values()));
        assertThat(codes("/properties/evidence/items/properties/kind"))
                .isEqualTo(codes(Evidence.Kind.values()));
    }

    @Test
    void whatItRequiresTheReaderMissesAndNothingElse() throws IOException {
        List<String> always = texts("/required");
        always.addAll(texts("/else/required"));
        List<String> ofCourses = new ArrayList<>(always);
        ofCourses.addAll(texts("/else/else/required"));
        List<String> ofResults = new ArrayList<>(always);
        ofResults.addAll(texts("/else/then/required"));
        assertThat(missedWithout(COURSE)).hasSameElementsAs(ofCourses);
        assertThat(missedWithout(RESULT)).hasSameElementsAs(ofResults);
    }

    /// The fields of a good record without which the reader refuses it.
    private static List<String> missedWithout(String record) throws IOException {
        JsonNode whole = JSON.readTree(record);
        assertThat(Canonical.read(whole, TODAY)).isInstanceOf(Mapped.MappedRecord.class);
        List<String> missed = new ArrayList<>();
        for (String name : names(whole)) {
            ObjectNode rest = whole.deepCopy();
            rest.remove(name);
            if (Canonical.read(rest, TODAY) instanceof Mapped.Unmappable refused) {
                assertThat(refused.findings().getFirst().code())
                        .isEqualTo(FindingCode.MISSING_FIELD);
                missed.add(name);
            }
        }
        return missed;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> codes(String place) {
        return texts(place + "/enum");
    }

    private static List<String> codes(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static List<String> texts(String place) {
        List<String> texts = new ArrayList<>();
        SCHEMA.at(place).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode schema() {
        try {
            Path file = Path.of("src/main/resources/schema/completion.schema.json");
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.StatedTime;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completed.Evidence;
import io.credithub.domain.completion.Completed.Program;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.SourceVersion;
import io.credithub.domain.completion.TeacherRef;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.flow.processing.Mapped;
import io.credithub.mapping.contract.Scalars.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a record of the canonical contract: what a feed pushes and what every mapping produces.
/// Strict, and complete: everything that is wrong with a record is said at once.
public final class Canonical {
    public static final Set<String> NAMES =
            Set.of(
                    "recordId",
                    "revision",
                    "updatedAt",
                    "status",
                    "teacher",
                    "program",
                    "level",
                    "form",
                    "hours",
                    "parts",
                    "grade",
                    "attendance",
                    "themes",
                    "activity",
                    "startedOn",
                    "completedOn",
                    SourceCredits.NAME,
                    "role",
                    "evidence");
    public static final Set<String> PROGRAM_NAMES = Set.of("name", "code", "organiser", "session");
    private static final TextField RECORD_ID = new TextField("recordId", "/recordId", 128);
    private static final TextField PROGRAM_NAME = new TextField("name", "/program/name", 300);
    private static final TextField PROGRAM_CODE = new TextField("code", "/program/code", 64);
    private static final TextField ORGANISER =
            new TextField("organiser", "/program/organiser", 200);
    private static final TextField SESSION = new TextField("session", "/program/session", 64);
    private static final Range REVISIONS = Range.from("1", "2147483647", 0);
    private static final Map<String, Level> LEVELS = Codes.byName(Level.values());
    private static final Map<String, TrainingRole> ROLES = Codes.byName(TrainingRole.values());
    private static final Map<String, RecordStatus> STATUSES = Codes.byName(RecordStatus.values());

    private final JsonNode record;
    private final LocalDate today;
    private final Findings findings = new Findings();
    private final Findings remarks = new Findings();

    private Canonical(JsonNode record, LocalDate today) {
        this.record = record;
        this.today = today;
    }

    private enum RecordStatus {
        COMPLETED,
        WITHDRAWN
    }

    /// @param today completion dates after it are findings
    public static Mapped read(JsonNode record, LocalDate today) {
        return new Canonical(record, today).mapped();
    }

    private Mapped mapped() {
        if (!Shape.isObject(record, "", NAMES, findings)) {
            return new Mapped.Unmappable(null, findings.list());
        }
        String recordId = RECORD_ID.required(record, findings);
        SourceVersion version = version();
        JsonNode status = record.get("status");
        RecordStatus stated =
                status == null
                        ? RecordStatus.COMPLETED
                        : Scalars.code(status, "/status", STATUSES, findings);
        Completion completion =
                stated == RecordStatus.WITHDRAWN
                        ? withdrawal(recordId, version)
                        : completed(recordId, version);
        return completion == null || !findings.isEmpty()
                ? new Mapped.Unmappable(recordId, findings.list())
                : new Mapped.MappedRecord(completion, remarks.list());
    }

    private SourceVersion version() {
        JsonNode revisionNode = record.get("revision");
        JsonNode updatedNode = record.get("updatedAt");
        if (revisionNode == null && updatedNode == null) return SourceVersion.NONE;
        Integer revision = null;
        if (revisionNode != null) {
            revision = Scalars.wholeNumber(revisionNode, "/revision", REVISIONS, findings);
        }
        Instant updatedAt =
                updatedNode == null ? null : Scalars.instant(updatedNode, "/updatedAt", findings);
        if (updatedAt != null) checkStated(updatedAt, updatedNode);
        return new SourceVersion(revision, updatedAt);
    }

    private void checkStated(Instant updatedAt, JsonNode node) {
        LocalDate day = StatedTime.dayOf(updatedAt);
        if (StatedTime.isTooEarly(day)) findings.add(FindingCode.OUT_OF_RANGE, "/updatedAt", node);
        if (StatedTime.isTooLate(day, today)) {
            findings.add(FindingCode.FUTURE_DATE, "/updatedAt", node);
        }
    }

    /// A withdrawn record may carry the rest of the record as well; it is not looked at.
    private @Nullable Completion withdrawal(@Nullable String recordId, SourceVersion version) {
        if (!record.has("revision") && !record.has("updatedAt")) {
            findings.add(FindingCode.MISSING_FIELD, "/revision", (String) null);
        }
        return recordId == null ? null : new Withdrawal(recordId, version);
    }

    private @Nullable Completion completed(@Nullable String recordId, SourceVersion version) {
        JsonNode teacherNode = Shape.required(record, "teacher", "/teacher", findings);
        TeacherRef teacher =
                teacherNode == null ? null : TeacherFields.read(teacherNode, today, findings);
        Program program = program();
        JsonNode levelNode = Shape.required(record, "level", "/level", findings);
        Level level =
                levelNode == null ? null : Scalars.code(levelNode, "/level", LEVELS, findings);
        Training training = new TrainingFields(record, findings).read();
        TrainingRole role = role();
        List<String> themes = ThemeFields.read(record.get("themes"), findings);
        LocalDate completedOn = completedOn();
        LocalDate startedOn = startedOn(completedOn);
        BigDecimal sourceCredits = SourceCredits.read(record.get(SourceCredits.NAME), remarks);
        List<Evidence> evidence = EvidenceFields.read(record.get("evidence"), findings);
        if (recordId == null || teacher == null || program == null) return null;
        if (level == null || training == null || role == null || completedOn == null) return null;
        return new Completed(
                recordId,
                version,
                teacher,
                program,
                level,
                training,
                role,
                themes,
                startedOn,
                completedOn,
                sourceCredits,
                evidence);
    }

    private @Nullable Program program() {
        JsonNode program = Shape.required(record, "program", "/program", findings);
        if (program == null || !Shape.isObject(program, "/program", PROGRAM_NAMES, findings)) {
            return null;
        }
        String name = PROGRAM_NAME.required(program, findings);
        String code = PROGRAM_CODE.optional(program, findings);
        String organiser = ORGANISER.optional(program, findings);
        String session = SESSION.optional(program, findings);
        return name == null ? null : new Program(name, code, organiser, session);
    }

    /// @return null after a finding
    private @Nullable TrainingRole role() {
        JsonNode node = record.get("role");
        return node == null
                ? TrainingRole.PARTICIPANT
                : Scalars.code(node, "/role", ROLES, findings);
    }

    private @Nullable LocalDate completedOn() {
        JsonNode node = Shape.required(record, "completedOn", "/completedOn", findings);
        if (node == null) return null;
        LocalDate date = Scalars.date(node, "/completedOn", findings);
        if (date == null) return null;
        if (date.isAfter(today)) findings.add(FindingCode.FUTURE_DATE, "/completedOn", node);
        if (StatedTime.isTooEarly(date))
            findings.add(FindingCode.OUT_OF_RANGE, "/completedOn", node);
        return date;
    }

    /// A training does not begin after its end.
    private @Nullable LocalDate startedOn(@Nullable LocalDate completedOn) {
        JsonNode node = record.get("startedOn");
        if (node == null) return null;
        LocalDate date = Scalars.date(node, "/startedOn", findings);
        if (date == null) return null;
        boolean after = completedOn != null && date.isAfter(completedOn);
        if (after || StatedTime.isTooEarly(date)) {
            findings.add(FindingCode.OUT_OF_RANGE, "/startedOn", node);
        }
        return date;
    }
}

package io.credithub.flow.expectation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Sha256;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.teacher.Identification;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.expectation.EnrolmentLists.Enrolment;
import io.credithub.flow.expectation.EnrolmentLists.ListChange;
import io.credithub.flow.expectation.EnrolmentReading.ListLine;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Identified.TeachersByKey;
import io.credithub.flow.teacher.TeacherKeys;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of one list on their way to being kept: whoever is meant by a number and is somebody
/// else, is nobody's any more or is there already, is refused. Used once.
final class EnrolledRows {
    private final IdProtection ids;
    private final List<Enrolment> enrolled = new ArrayList<>();
    private final List<FindingAt> findings = new ArrayList<>();
    private final Set<UUID> hashes = new HashSet<>();
    private final Set<Integer> teachers = new HashSet<>();
    private long rows;
    private long refused;

    EnrolledRows(IdProtection ids) {
        this.ids = ids;
    }

    /// By what the rows of a batch are looked up.
    List<TeacherKeys> keys(List<ListLine> batch) {
        List<TeacherKeys> keys = new ArrayList<>(batch.size());
        for (ListLine line : batch) {
            if (line instanceof ListLine.EnrolledLine one) keys.add(keys(one.row()));
        }
        return keys;
    }

    private TeacherKeys keys(EnrolmentRow row) {
        String number = row.teacherNo();
        IdDocument document = row.document();
        return new TeacherKeys(
                number,
                number == null ? null : ids.lookup(number),
                document == null ? null : ids.lookup(document),
                NormalForm.person(row.name()),
                document == null ? null : birthDate(document),
                null);
    }

    private static @Nullable LocalDate birthDate(IdDocument document) {
        boolean isResident = document.type() == IdDocument.Type.RESIDENT;
        return isResident ? ResidentId.birthDate(document.number()) : null;
    }

    void add(List<ListLine> batch, TeachersByKey known) {
        for (ListLine line : batch) {
            rows++;
            switch (line) {
                case ListLine.RefusedLine bad -> refuse(bad.position(), bad.findings());
                case ListLine.EnrolledLine one -> add(one, known);
            }
        }
    }

    private void add(ListLine.EnrolledLine line, TeachersByKey known) {
        TeacherKeys keys = keys(line.row());
        FindingCode wrong = wrong(keys, known);
        if (wrong != null) {
            refuse(line.position(), List.of(new Finding(wrong, "/", null)));
            return;
        }
        IdDocument document = line.row().document();
        enrolled.add(
                new Enrolment(
                        keys,
                        line.row().name(),
                        document == null ? null : document.masked(),
                        line.row().hourHundredths()));
    }

    private @Nullable FindingCode wrong(TeacherKeys keys, TeachersByKey known) {
        if (known.isErased(keys)) return FindingCode.ERASED;
        Integer byNumber = keys.number() == null ? null : known.byNumber().get(keys.number());
        Integer byDocument =
                keys.documentHash() == null ? null : known.byDocument().get(keys.documentHash());
        Identification whose =
                Identification.of(
                        keys.identity(), known.candidate(byNumber), known.candidate(byDocument));
        boolean isFirstByNumber = isFirst(keys.numberHash());
        boolean isNew = isFirst(keys.documentHash()) && isFirstByNumber;
        return switch (whose) {
            case Identification.FoundTeacher one ->
                    teachers.add(one.teacher()) && isNew ? null : FindingCode.REPEATED_TEACHER;
            case Identification.NobodyFound nobody ->
                    switch (nobody.why()) {
                        case UNKNOWN -> isNew ? null : FindingCode.REPEATED_TEACHER;
                        case TWO_TEACHERS -> FindingCode.IDENTITY_MISMATCH;
                        case ANOTHER_PERSON -> FindingCode.NOT_THE_PERSON;
                    };
        };
    }

    private boolean isFirst(@Nullable UUID hash) {
        return hash == null || hashes.add(hash);
    }

    private void refuse(long position, List<Finding> why) {
        refused++;
        for (Finding finding : why) {
            if (findings.size() >= EnrolmentReport.FINDINGS_MAX) return;
            findings.add(new FindingAt(position, null, finding));
        }
    }

    List<Enrolment> enrolled() {
        return enrolled;
    }

    /// Whatever the order of the rows.
    UUID digest() {
        List<String> lines = new ArrayList<>(enrolled.size());
        for (Enrolment one : enrolled) {
            TeacherKeys keys = one.keys();
            lines.add(
                    "%s|%s|%s|%s"
                            .formatted(
                                    keys.numberHash(),
                                    keys.documentHash(),
                                    one.name(),
                                    one.hourHundredths()));
        }
        lines.sort(null);
        MessageDigest digest = Sha256.begin();
        for (String line : lines) digest.update((line + "\n").getBytes(UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return ids.keyed(new UUID(bytes.getLong(), bytes.getLong()));
    }

    EnrolmentReport report(ListChange change) {
        return new EnrolmentReport(rows, rows - refused, refused, change, findings);
    }
}
